using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Histories;

/// <summary>
/// One person at a browser on a bad line: the program's own scripts under node send what is saved, and the pages that
/// were read last stay open when there is no line.
/// </summary>
sealed class Desk : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    readonly ConcurrentDictionary<int, Submission> sent = [];
    readonly ConcurrentDictionary<long, Submission> waiting = [];
    readonly SemaphoreSlim turn = new(1);
    readonly Process scripts;
    readonly Visitor visitor;
    readonly StringBuilder complaints = new();
    TaskCompletionSource<Item[]> asked = new();
    Task hearing = Task.CompletedTask;

    Desk(string name, Line line, Visitor visitor, Process scripts) =>
        (Name, Line, this.visitor, this.scripts) = (name, line, visitor, scripts);

    public string Name { get; }
    public Line Line { get; }
    public string Cookie => visitor.CookieHeader;

    /// <summary>By address, as last read.</summary>
    public Dictionary<string, IHtmlDocument> Pages { get; } = [];

    public static async Task<Desk> OpenAsync(string name, string email, Uri node)
    {
        var line = new Line(node);
        var guest = new Visitor(line.Address);
        await guest.SignInAsync(email, TestUsers.Password);
        var page = await guest.GetPageAsync("/team");
        string[] arguments =
        [
            "Tests/Histories/desk.mjs",
            line.Address.ToString(),
            guest.CookieHeader,
            Meta(page, "person"),
            Meta(page, "antiforgery"),
        ];
        var program = Process.Start(
            new ProcessStartInfo("node", arguments)
            {
                WorkingDirectory = Repository.Root,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var desk = new Desk(name, line, guest, program);
        program.ErrorDataReceived += (_, said) => desk.complaints.AppendLine(said.Data);
        program.BeginErrorReadLine();
        desk.hearing = desk.HearAsync();
        return desk;
    }

    /// <summary>Null when it cannot be had right now.</summary>
    public async Task<IHtmlDocument?> ReadAsync(string path)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            using var answer = await visitor.Http.GetAsync(
                new Uri(path, UriKind.Relative),
                patience.Token
            );
            return answer.IsSuccessStatusCode
                ? Pages[path] = await Visitor.ParseAsync(answer)
                : null;
        }
        catch (Exception e)
            when (e is HttpRequestException or OperationCanceledException or IOException)
        {
            return null;
        }
    }

    /// <summary>Comes back when it was answered, or is said to wait.</summary>
    public async Task<Submission> SaveAsync(Submission saved)
    {
        sent[saved.Number] = saved;
        do
        {
            saved.Said = new(TaskCreationOptions.RunContinuationsAsynchronously);
            await TellAsync(
                new
                {
                    what = "submit",
                    number = saved.Number,
                    path = saved.Path,
                    isOptimistic = saved.IsOptimistic,
                    fields = saved.Fields.Select(f => new[] { f.Name, f.Value }),
                }
            );
            // What is neither answered nor kept is said to be unsaved: whoever sees that presses again.
        } while (await saved.Said.Task.WaitAsync(TimeSpan.FromSeconds(45)) == "failed");
        return saved;
    }

    public Task OnlineAsync() => TellAsync(new { what = "online" });

    public Task DiscardAsync(long id) => TellAsync(new { what = "discard", id });

    public async Task<Item[]> ItemsAsync()
    {
        asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await TellAsync(new { what = "items" });
        return await asked.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    public static string Meta(IHtmlDocument page, string name) =>
        page.QuerySelector($"meta[name='{name}']")?.GetAttribute("content") ?? "";

    public async ValueTask DisposeAsync()
    {
        scripts.StandardInput.Close();
        await hearing;
        await scripts.WaitForExitAsync(TestContext.Current.CancellationToken);
        scripts.Dispose();
        visitor.Dispose();
        turn.Dispose();
        await Line.DisposeAsync();
    }

    // Who sits here and the weather speak at once.
    async Task TellAsync(object order)
    {
        await turn.WaitAsync();
        try
        {
            await scripts.StandardInput.WriteLineAsync(JsonSerializer.Serialize(order, Json));
            await scripts.StandardInput.FlushAsync();
        }
        catch (IOException) when (scripts.HasExited)
        {
            Assert.Fail($"The scripts of {Name} ended: {complaints}");
        }
        finally
        {
            turn.Release();
        }
    }

    async Task HearAsync()
    {
        while (await scripts.StandardOutput.ReadLineAsync() is { } line)
            Hear(JsonSerializer.Deserialize<Word>(line, Json)!);
    }

    void Hear(Word word)
    {
        if (word.Became == "items")
            asked.TrySetResult(word.Items!);
        else if (word.Became is "sent" or "dropped")
            waiting[word.Id!.Value].Ended(word.Became, word.Cause);
        else
        {
            var saved = sent[word.Number];
            if (word.Became == "waits")
                waiting[word.Id!.Value] = saved;
            else if (word.Became == "answered")
                saved.Answered(word.Status, word.Text!);
            saved.Said.TrySetResult(word.Became);
        }
    }

    internal sealed record Item(long Id, string State, string Cause, string Path);

    sealed record Word(
        string Became,
        int Number,
        long? Id,
        int Status,
        string? Text,
        string? Cause,
        Item[]? Items
    );
}
