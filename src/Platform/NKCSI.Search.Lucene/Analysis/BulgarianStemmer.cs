namespace NKCSI.Search.Lucene.Analysis;

/// <summary>
/// A light stemmer for Bulgarian nouns and adjectives: takes off the article and the ending of number and gender and
/// brings alternating sounds to one form, so that the forms of a word meet. Rules, no dictionary (domain/search.md 3).
/// </summary>
internal static class BulgarianStemmer
{
    private const int ShortestStem = 3;
    private const string Vowels = "аеиоуъюя";

    /// <summary>Words whose forms no rule joins.</summary>
    private static readonly Dictionary<string, string> Irregular = Group(
        "дете деца детето децата децата",
        "човек човека човекът хора хората",
        "ден дни деня денят дните дена",
        "брат братя братята брата братът",
        "око очи очите окото",
        "ухо уши ушите ухото",
        "ръка ръце ръката ръцете",
        "крак крака кракът краката",
        "мъж мъже мъжът мъжа мъжете",
        "път пътя пътят пътища пътищата",
        "край края краят краища краищата",
        "време времето времена времената",
        "име имена името имената",
        "място места мястото местата",
        "лято лета лятото летата",
        "тяло тела тялото телата",
        "свят света светът светове световете",
        "цвят цвета цветът цветове цветовете",
        "член членове члена членът членовете",
        "цел цели целта целите",
        "мисъл мисли мисълта мислите",
        "сестра сестри сестрата сестрите",
        "майка майки майката майките",
        "град града градът градове градовете",
        "дом дома домът домове домовете",
        "ром рома роми ромите ромът",
        "село села селото селата",
        "млад млада младо млади младия младият младата младото младите"
    );

    /// <summary>Endings by what replaces them, longest first; the first that leaves a stem is taken.</summary>
    private static readonly (string Ending, string Replacement)[] Endings =
    [
        ("ствения", "ствен"),
        ("ствените", "ствен"),
        ("иенето", "ен"),
        ("овците", "ец"),
        ("евците", "ец"),
        ("овците", "ец"),
        ("овете", ""),
        ("евете", ""),
        ("четата", "че"),
        ("овци", "ец"),
        ("евци", "ец"),
        ("ките", "к"),
        ("ците", "к"),
        ("зите", "г"),
        ("ията", ""),
        ("ието", ""),
        ("иите", ""),
        ("ията", ""),
        ("ищата", "ищ"),
        ("ището", "ищ"),
        ("ящите", "ящ"),
        ("ите", ""),
        ("ята", "й"),
        ("ата", ""),
        ("ото", ""),
        ("ето", ""),
        ("ият", ""),
        ("ове", ""),
        ("еве", ""),
        ("чета", "че"),
        ("ища", "ищ"),
        ("ище", "ищ"),
        ("ия", ""),
        ("ие", ""),
        ("ии", ""),
        ("ът", ""),
        ("ят", "й"),
        ("ци", "к"),
        ("зи", "г"),
        ("та", ""),
        ("и", ""),
        ("а", ""),
        ("я", ""),
        ("о", ""),
        ("е", ""),
    ];

    /// <summary>The stem of a folded word. A word that is not Cyrillic comes back as it is.</summary>
    public static string Stem(string word)
    {
        if (word.Length <= ShortestStem || !TextNormalization.IsCyrillic(word[0]))
        {
            return Irregular.GetValueOrDefault(word, word);
        }

        return Irregular.TryGetValue(word, out var known) ? known : Canonical(WithoutEnding(word));
    }

    private static string WithoutEnding(string word)
    {
        foreach (var (ending, replacement) in Endings)
        {
            var stem = word.Length - ending.Length;
            if (!word.EndsWith(ending, StringComparison.Ordinal) || stem + replacement.Length < ShortestStem)
            {
                continue;
            }

            if (Fits(word, ending, stem))
            {
                return string.Concat(word.AsSpan(0, stem), replacement);
            }
        }

        return word;
    }

    /// <summary>Where an ending is an ending: some of them are also the end of a stem.</summary>
    private static bool Fits(string word, string ending, int stem)
    {
        var before = word[stem - 1];
        return ending switch
        {
            // идеята, случаят: a vowel stands before; стаята keeps its я as the word's own.
            "ята" or "ят" => Vowels.Contains(before, StringComparison.Ordinal),
            // заетостта, помощта: the article of feminine words; резултата loses only its а.
            "та" => before is 'т' or 'щ' or 'ч' or 'в' or 'д',
            "ци" or "ците" => before is not ('и' or 'н'),
            "зи" or "зите" => before is not 'и',
            _ => true,
        };
    }

    /// <summary>Brings alternating sounds at the end of a stem to one form.</summary>
    private static string Canonical(string stem)
    {
        if (stem.Length < ShortestStem)
        {
            return stem;
        }

        // голям/големи, промяна/промени: я and е between consonants.
        var letters = stem.ToCharArray();
        for (var i = 1; i < letters.Length - 1; i++)
        {
            if (letters[i] == 'я' && !IsVowel(letters[i - 1]) && !IsVowel(letters[i + 1]))
            {
                letters[i] = 'е';
            }
        }

        var text = new string(letters);

        // беженец/беженци, център/центрове, свободен/свободна: the vowel that comes and goes.
        if (text.Length > ShortestStem && text[^2] is 'е' or 'ъ' && !IsVowel(text[^1]) && !IsVowel(text[^3]))
        {
            var last = text[^1] == 'ц' ? 'к' : text[^1];
            if (text[^2] == 'ъ' || last is 'н' or 'к')
            {
                return string.Concat(text.AsSpan(0, text.Length - 2), last.ToString());
            }
        }

        return text[^1] == 'ц' ? string.Concat(text.AsSpan(0, text.Length - 1), "к") : text;
    }

    private static bool IsVowel(char letter) => Vowels.Contains(letter, StringComparison.Ordinal);

    private static Dictionary<string, string> Group(params string[] words)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var forms in words)
        {
            var all = forms.Split(' ');
            foreach (var form in all)
            {
                map[form] = all[0];
            }
        }

        return map;
    }
}
