using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace Rung.Server.Tests.Hosting;

/// <summary>Until there are accounts Rung listens on loopback, on its own port, whatever is set around the process.</summary>
public sealed class OnlyDoorTests
{
    [Theory]
    [InlineData("Kestrel__Endpoints__Http__Url", "http://0.0.0.0:{0}")]
    [InlineData("ASPNETCORE_URLS", "http://0.0.0.0:{0}")]
    [InlineData("ASPNETCORE_HTTP_PORTS", "{0}")]
    public async Task No_setting_of_the_web_server_opens_another(string name, string value)
    {
        var port = FreePort();
        var folder = await ServedDesk.NewFolder();
        var environment = new Dictionary<string, string>
        {
            [name] = string.Format(CultureInfo.InvariantCulture, value, port),
        };
        await using (var desk = await ServedDesk.Start(folder, environment))
        {
            Assert.Equal(
                "live",
                await desk.Client.GetStringAsync("/healthz/live", TestContext.Current.CancellationToken)
            );
            using var other = new TcpClient();
            await Assert.ThrowsAsync<SocketException>(async () =>
                await other.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken)
            );
        }
        Directory.Delete(folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
