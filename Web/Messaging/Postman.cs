using System.Threading.Channels;

namespace StaffDashboard.Web.Messaging;

/// <summary>
/// Sends what nobody waits for. An answer that waited for the mail server would tell by its time
/// whether an address has an account here.
/// </summary>
public sealed class Postman(IMail mail, ILogger<Postman> log) : BackgroundService
{
    const int Most = 1000;
    static readonly TimeSpan[] Pauses =
    [
        TimeSpan.Zero,
        TimeSpan.FromSeconds(5),
        TimeSpan.FromSeconds(30),
    ];

    readonly Channel<Letter> letters = Channel.CreateBounded<Letter>(Most);

    /// <summary>False when too many are waiting.</summary>
    public bool Take(Letter letter) => letters.Writer.TryWrite(letter);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var letter in letters.Reader.ReadAllAsync(stoppingToken))
            await DeliverAsync(letter, stoppingToken);
    }

    async Task DeliverAsync(Letter letter, CancellationToken stop)
    {
        foreach (var pause in Pauses)
        {
            await Task.Delay(pause, stop);
            try
            {
                await mail.SendAsync(letter, stop);
                return;
            }
            // Whatever it was: an exception that left here would end the whole program.
            catch (Exception failed) when (!stop.IsCancellationRequested)
            {
                log.LogError(failed, "The message “{Subject}” could not be sent", letter.Subject);
            }
        }
    }
}
