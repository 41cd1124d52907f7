using Rung.Storage;

namespace Rung.Server.Workers;

/// <summary>
/// After an upgrade that finds customers by something else, what they are found by is written for all of them, before the
/// first caller is looked for.
/// </summary>
internal sealed partial class CustomersAnew(RungDatabase database, ILogger<CustomersAnew> log) : IHostedService
{
    private const string Setting = "customers-found-by";

    /// <summary>Change this text whenever customers are to be found by something else.</summary>
    private const string Present = "codes, beginnings of words, digits of numbers, addresses";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await database.Settings.Find(Setting) != Present)
            {
                await database.Customers.KeepAnew();
                await database.Settings.Set(Setting, Present);
            }
        }
        catch (StorageException e)
        {
            Failed(e);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Error, "What customers are found by could not be written; the next start tries again.")]
    private partial void Failed(Exception e);
}
