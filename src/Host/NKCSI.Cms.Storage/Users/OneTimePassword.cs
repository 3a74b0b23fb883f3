using System.Security.Cryptography;

namespace NKCSI.Cms.Storage.Users;

/// <summary>Random passwords that are shown once and typed once: five groups of four characters that nobody confuses.</summary>
public static class OneTimePassword
{
    private const int Groups = 5;
    private const int GroupLength = 4;

    // Without 0/O, 1/I/l and their like.
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>A password such as <c>xxxx-xxxx-xxxx-xxxx-xxxx</c> with small and capital letters and a digit.</summary>
    public static string Create()
    {
        while (true)
        {
            var characters = RandomNumberGenerator.GetItems<char>(Alphabet, Groups * GroupLength);
            if (
                Array.Exists(characters, char.IsAsciiDigit)
                && Array.Exists(characters, char.IsAsciiLetterLower)
                && Array.Exists(characters, char.IsAsciiLetterUpper)
            )
            {
                return string.Join('-', characters.Chunk(GroupLength).Select(group => new string(group)));
            }
        }
    }
}
