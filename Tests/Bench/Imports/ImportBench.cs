using System.Diagnostics;
using System.Globalization;
using System.Text;
using StaffDashboard.Bench.Support;

namespace StaffDashboard.Bench.Imports;

/// <summary>A list on its way into the team through the product's own pages: sent, checked, saved.</summary>
static class ImportBench
{
    const int Megabyte = 1024 * 1024;

    internal static async Task RunAsync(bool quick)
    {
        var lines = quick ? 5_000 : 100_000;
        await using var ground = await Ground.MakeAsync();
        await Report.MachineAsync(ground);
        await using var product = await ground.StartProductAsync();
        using var browser = await SignedIn.AsAdminAsync(product.Address);
        var idle = Process.GetProcessById(product.Id).WorkingSet64;
        var rows = new List<string[]>
        {
            await OnceAsync(ground, browser, "all new", People(lines, "first")),
            await OnceAsync(ground, browser, "all updated", People(lines, "second")),
        };
        var peak = Process.GetProcessById(product.Id).PeakWorkingSet64;
        Report.Table(
            [$"{Report.Whole(lines)} lines", "upload, s", "check, s", "save, s", "together, s"],
            rows
        );
        Console.WriteLine(
            $"Memory of the product: {idle / Megabyte} MB idle, {peak / Megabyte} MB at its peak, {(peak - idle) / Megabyte} MB more."
        );
    }

    static async Task<string[]> OnceAsync(Ground ground, SignedIn browser, string what, byte[] file)
    {
        var began = Stopwatch.GetTimestamp();
        var id = await UploadAsync(browser, file);
        var uploaded = Stopwatch.GetElapsedTime(began);
        await PressAsync(browser, $"/team/import/{id}/columns", Columns());
        await BecomesAsync(ground, id, "Checked");
        var @checked = Stopwatch.GetElapsedTime(began);
        await PressAsync(browser, $"/team/import/{id}?handler=Save", []);
        await BecomesAsync(ground, id, "Done");
        var saved = Stopwatch.GetElapsedTime(began);
        return
        [
            what,
            Samples.Words(uploaded.TotalSeconds),
            Samples.Words((@checked - uploaded).TotalSeconds),
            Samples.Words((saved - @checked).TotalSeconds),
            Samples.Words(saved.TotalSeconds),
        ];
    }

    static async Task<string> UploadAsync(SignedIn browser, byte[] file)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(browser.Token), "__RequestVerificationToken" },
            { new ByteArrayContent(file), "File", "team.csv" },
        };
        using var answer = await browser.Http.PostAsync(
            new Uri("/team/import", UriKind.Relative),
            form
        );
        return answer.Headers.Location!.ToString().Split('/')[3];
    }

    static async Task PressAsync(SignedIn browser, string path, Dictionary<string, string> fields)
    {
        fields["__RequestVerificationToken"] = browser.Token;
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await browser.Http.PostAsync(new Uri(path, UriKind.Relative), form);
        if ((int)answer.StatusCode != 302)
            throw new InvalidOperationException($"{path} was answered with {answer.StatusCode}.");
    }

    static async Task BecomesAsync(Ground ground, string id, string state)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (
            await ground.AskAsync<string>($"select state from imports where id = '{id}'") is var now
            && now != state
        )
            if (now is "Checking" or "Saving")
                await tick.WaitForNextTickAsync();
            else
                throw new InvalidOperationException($"The import is {now}, not {state}.");
    }

    static Dictionary<string, string> Columns()
    {
        string[] fields =
        [
            "Name",
            "Phone",
            "Email",
            "WorkRoleId",
            "Skills",
            "Employment",
            "HourlyRate",
            "OpeningHours",
            "LastWorkedOn",
            "Notes",
        ];
        var form = fields
            .Select((field, at) => (field, at))
            .ToDictionary(
                f => string.Create(CultureInfo.InvariantCulture, $"Form.Fields[{f.at}]"),
                f => f.field
            );
        form["Form.UpdateKnown"] = form["Form.AddChoices"] = "true";
        return form;
    }

    static byte[] People(int count, string note)
    {
        var file = new StringBuilder(
            "Name,Phone,E-mail,Role,Skills,Employment,Hourly rate,Hours,Last worked,Notes\r\n"
        );
        for (var at = 0; at < count; at++)
            file.Append(
                CultureInfo.InvariantCulture,
                $"Person {at % 700} Number {at:000000},0151 {at:00000000},person{at}@example.test,Role {at % 8},\"Skill {at % 20}, Skill {at % 7}\",Freelance,{14 + at % 9}.50,{at % 400},{1 + at % 28}.10.2026,\"The {note} note\r\nof {at}\"\r\n"
            );
        return Encoding.UTF8.GetBytes(file.ToString());
    }
}
