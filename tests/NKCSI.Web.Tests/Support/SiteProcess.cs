using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;

namespace NKCSI.Web.Tests.Support;

/// <summary>The built site as a process of its own, on a free port, with the data folder of the test.</summary>
internal sealed class SiteProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly ConcurrentQueue<string> _everything = new();
    private readonly Task _reading;

    private SiteProcess(Process process)
    {
        _process = process;
        _reading = Task.WhenAll(
            ReadAsync(process.StandardOutput, _lines.Writer),
            ReadAsync(process.StandardError, null)
        );
    }

    /// <summary>What was read with <see cref="UntilAsync"/> so far.</summary>
    public List<string> Read { get; } = [];

    /// <summary>All that the process said, for the message of a test that fails.</summary>
    public string Everything => string.Join('\n', _everything);

    /// <param name="dataFolder">The folder for all its data.</param>
    /// <param name="arguments">More arguments, such as <c>--empty</c>.</param>
    /// <param name="settings">More environment variables.</param>
    public static SiteProcess Start(
        string dataFolder,
        IEnumerable<string>? arguments = null,
        IReadOnlyDictionary<string, string>? settings = null
    )
    {
        var start = new ProcessStartInfo(BuiltSite.Executable)
        {
            WorkingDirectory = dataFolder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add("--urls");
        // The system chooses a free port and the site says which.
        start.ArgumentList.Add("http://127.0.0.1:0");
        foreach (var argument in arguments ?? [])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["DOTNET_ROOT"] = BuiltSite.RuntimeFolder;
        start.Environment["LANG"] = "bg_BG.UTF-8";
        start.Environment.Remove("LC_ALL");
        start.Environment["Nkcsi__DataFolder"] = dataFolder;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (name, value) in settings ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        return new SiteProcess(Process.Start(start) ?? throw new InvalidOperationException("The site did not start."));
    }

    /// <summary>Reads on until a line is wanted; null when the process ended without it.</summary>
    public async Task<string?> UntilAsync(Func<string, bool> isWanted)
    {
        await foreach (var line in _lines.Reader.ReadAllAsync())
        {
            Read.Add(line);
            if (isWanted(line))
            {
                return line;
            }
        }

        return null;
    }

    /// <summary>Waits until the site listens, and for all that it says then.</summary>
    /// <returns>Its address.</returns>
    public async Task<Uri> ReadyAsync()
    {
        var line =
            await UntilAsync(text => text.StartsWith("  http://127.0.0.1:", StringComparison.Ordinal))
            ?? throw new InvalidOperationException("The site ended before it listened:\n" + Everything);
        await UntilAsync(text => text.EndsWith("/en", StringComparison.Ordinal));
        return new Uri(line.Trim());
    }

    /// <summary>SIGKILL: nothing of the process runs any more.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        await _reading;
    }

    /// <summary>SIGTERM, as an operator or a container stops it; the exit code.</summary>
    public async Task<int> StopAsync()
    {
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
        }

        await _process.WaitForExitAsync();
        await _reading;
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private async Task ReadAsync(StreamReader reader, ChannelWriter<string>? lines)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            _everything.Enqueue(line);
            lines?.TryWrite(line);
        }

        lines?.TryComplete();
    }
}
