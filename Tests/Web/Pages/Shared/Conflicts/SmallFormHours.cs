using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using StaffDashboard.Tests.Support;
using StaffDashboard.Tests.Web.Pages.Team.Person;

namespace StaffDashboard.Tests.Web.Pages.Shared.Conflicts;

/// <summary>Ada and Bea, who open small forms, send them and choose.</summary>
public abstract class SmallFormHours(TwoAdmins admins) : IClassFixture<TwoAdmins>, IAsyncLifetime
{
    protected TwoAdmins Admins => admins;
    protected Visitor Ada => admins.Ada;
    protected Visitor Bea => admins.Bea;

    public static TheoryData<string> Forms => [.. SmallForm.All.Select(form => form.Table)];

    public async ValueTask InitializeAsync() => await admins.ForgetAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected static SmallForm Of(string table) =>
        SmallForm.All.Single(form => form.Table == table);

    protected static Task<IHtmlDocument> OpenAsync(Visitor who, SmallForm form) =>
        who.GetPageAsync(form.Page);

    protected Task<string?> StoredAsync(SmallForm form) =>
        Admins.Database.AskAsync<string>(form.Stored);

    protected static Task<HttpResponseMessage> SendAsync(
        Visitor who,
        SmallForm form,
        IParentNode page,
        params (string Name, string Value)[] typed
    ) =>
        who.PostAsync(
            page.QuerySelector(Selector(form, page))!.GetAttribute("action")!,
            PersonOffice.Filled(page, Selector(form, page), typed)
        );

    protected static Task<HttpResponseMessage> ChooseAsync(
        Visitor who,
        SmallForm form,
        IParentNode page,
        string pick,
        string edited
    ) =>
        SendAsync(
            who,
            form,
            page,
            ($"Choice[{form.Field}]", pick),
            ($"Edited[{form.Field}]", edited)
        );

    protected static string Selector(SmallForm form, IParentNode page) =>
        page.QuerySelector("form[data-conflict]") is null ? form.Form : "form[data-conflict]";
}
