using System.Net.Sockets;
using Rung.Server.Hosting;

namespace Rung.Server.Commands.Doctor;

/// <summary>Whether a desk runs on the folder, and what it says of itself.</summary>
internal static class RunningCheck
{
    private const string About = "desk";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static async Task<Finding> Of(string folder, CancellationToken stop)
    {
        if (!DataFolder.IsHeld(folder))
        {
            return new Finding(
                Grade.Note,
                About,
                "none runs on the folder",
                $"start it with 'rung serve --data {folder}'"
            );
        }
        try
        {
            var says = await Ready(folder, stop);
            return says == "ready"
                ? Finding.Good(About, "it runs, and is ready")
                : new Finding(
                    says.StartsWith("ready", StringComparison.Ordinal) ? Grade.Note : Grade.Problem,
                    About,
                    $"it runs, and says: {says}"
                );
        }
        catch (Exception e)
            when (e is HttpRequestException or OperationCanceledException && !stop.IsCancellationRequested)
        {
            return new Finding(
                Grade.Problem,
                About,
                "a process holds the folder and does not answer",
                "look at its log; if it hangs, stop it (nothing that was acknowledged is lost) and start it again"
            );
        }
    }

    // By the socket in the folder: which port it listens on nobody here knows.
    private static async Task<string> Ready(string folder, CancellationToken stop)
    {
        using var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancelled) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(MailSocket.In(folder)), cancelled);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        using var client = new HttpClient(handler) { Timeout = Patience, BaseAddress = new Uri("http://localhost") };
        using var answer = await client.GetAsync(new Uri("/healthz/ready", UriKind.Relative), stop);
        return await answer.Content.ReadAsStringAsync(stop);
    }
}
