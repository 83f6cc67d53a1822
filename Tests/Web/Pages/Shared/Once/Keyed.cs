using StaffDashboard.Tests.Support;
using StaffDashboard.Tests.Web.Pages.Team.Person;

namespace StaffDashboard.Tests.Web.Pages.Shared.Once;

/// <summary>An office that is sent forms under one key.</summary>
public abstract class Keyed(PersonOffice office) : IClassFixture<PersonOffice>
{
    protected PersonOffice Office => office;
    protected Guid Key { get; } = Guid.CreateVersion7();

    protected Uri? CameFrom { get; set; }

    protected static string Role() => $"Role {Guid.CreateVersion7():N}";

    protected static bool IsReplay(HttpResponseMessage answer) =>
        answer.Headers.Contains("Idempotent-Replay");

    protected Task<HttpResponseMessage> AddRoleAsync(
        Visitor who,
        string name,
        Guid? under = null
    ) => SendAsync(who, "/admin/work-roles", under ?? Key, false, ("Name", name), ("Hue", "3"));

    protected Task<HttpResponseMessage> ArchiveAsync(
        Visitor who,
        Guid person,
        Guid? under = null
    ) => SendAsync(who, $"/team/{person}?handler=Archive", under ?? Key, true);

    protected async Task<HttpResponseMessage> SendAsync(
        Visitor who,
        string path,
        Guid key,
        bool isHtmx,
        params (string Name, string Value)[] fields
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.Add("Idempotency-Key", key.ToString());
        request.Headers.Add("RequestVerificationToken", await who.TokenAsync());
        request.Headers.Referrer = CameFrom;
        if (isHtmx)
            request.Headers.Add("HX-Request", "true");
        request.Content = new FormUrlEncodedContent(
            fields.Select(f => KeyValuePair.Create(f.Name, f.Value))
        );
        return await who.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    protected Task<long> CountAsync(string from) =>
        office.Database.AskAsync<long>($"select count(*) from {from}");

    protected static Task<string> TextAsync(HttpResponseMessage answer) =>
        answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
