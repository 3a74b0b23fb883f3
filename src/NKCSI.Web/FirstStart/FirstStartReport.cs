using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace NKCSI.Web.FirstStart;

/// <summary>Tells the operator, once the site listens, where it is and how to sign in.</summary>
internal sealed class FirstStartReport(IServer server)
{
    public string? Administrator { get; set; }

    public string? Password { get; set; }

    public void Print()
    {
        Console.WriteLine();
        Console.WriteLine(SetupTexts.Get("Ready"));
        foreach (var address in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        {
            Console.WriteLine($"  {address}/");
            Console.WriteLine($"  {address}/en");
        }

        if (Administrator is null)
        {
            return;
        }

        Console.WriteLine(SetupTexts.Get("Administrator", Administrator));
        if (Password is not null)
        {
            Console.WriteLine(SetupTexts.Get("Password", Password));
            Console.WriteLine(SetupTexts.Get("PasswordNote"));
        }
    }
}
