using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace NKCSI.Web.FirstStart;

/// <summary>Tells the operator where the site is and how to sign in.</summary>
internal sealed class FirstStartReport(IServer server)
{
    /// <summary>Names the addresses, once the site listens.</summary>
    public void Addresses()
    {
        Console.WriteLine();
        Console.WriteLine(SetupTexts.Get("Ready"));
        foreach (var address in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        {
            Console.WriteLine($"  {address}/");
            Console.WriteLine($"  {address}/en");
        }
    }

    /// <summary>Names the new administrator, with the password if it was made up here.</summary>
    public static void Administrator(string email, string? password)
    {
        Console.WriteLine(SetupTexts.Get("Administrator", email));
        if (password is not null)
        {
            Console.WriteLine(SetupTexts.Get("Password", password));
            Console.WriteLine(SetupTexts.Get("PasswordNote"));
        }
    }
}
