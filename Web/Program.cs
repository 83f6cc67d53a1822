using StaffDashboard.Data;
using StaffDashboard.Web.Access;
using StaffDashboard.Web.Consistency;
using StaffDashboard.Web.Hosting;
using StaffDashboard.Web.Jobs;
using StaffDashboard.Web.Jobs.Alarms;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Measures;
using StaffDashboard.Web.Messaging;
using StaffDashboard.Web.Pages;
using StaffDashboard.Web.Pages.Admin.Jobs;
using StaffDashboard.Web.Pages.Shared.Requests;
using StaffDashboard.Web.Pages.Shared.Troubles;
using StaffDashboard.Web.Switches;

return await Starting.GuardAsync(async () =>
{
    var command = Commands.Named(args);
    var builder = WebApplication.CreateBuilder(args);
    await using var ground = await Ground.PrepareAsync(
        builder.Configuration,
        builder.Environment.ContentRootPath
    );
    if (command is "migrate")
    {
        await Commands.MigrateAsync(ground, CancellationToken.None);
        return;
    }

    builder.AddHosting(ground);
    builder.Services.AddSingleton(TimeProvider.System);
    builder.Services.AddOffice(ground.AppConnection);
    builder.Services.AddAccess();
    builder.Services.AddLive();
    builder.Services.AddMessaging(
        ground.Settings.Mail,
        ground.Settings.OfficeName,
        ground.Settings.DataFolder
    );
    builder.Services.AddSwitches();
    builder.Services.AddFeatures();
    builder.Services.AddConsistency();
    builder.Services.AddJobs(ground.Settings.TimeZone, ground.Settings.Jobs);
    builder.Services.AddMeasures(ground.Settings.Measures);
    builder.Services.AddAlarms(ground.Settings.Webhook);

    var app = builder.Build();
    if (command is "demo")
    {
        await Commands.DemoAsync(app.Services, CancellationToken.None);
        return;
    }

    app.UseHosting();
    app.UseMiddleware<TroubleHeader>();
    // In a scope of its own: who asks is read once in each, and that may be what failed.
    app.UseExceptionHandler("/error/500", createScopeForErrors: true);
    app.UseStatusCodePagesWithReExecute("/error/{0}");
    app.UseRouting();
    app.UsePlainAddress();
    app.UseMeasures();
    app.UseAddressLimit(ground.Settings.RateLimits);
    app.UseAuthentication();
    app.UseUserLimit(ground.Settings.RateLimits);
    app.UseAuthorization();
    app.UseCutOff();
    app.UsePageForms();
    app.UseUserConcurrencyLimit(ground.Settings.RateLimits.UserAtOnce);
    app.UseLive();
    app.MapHosting();
    app.MapRazorPages();
    app.MapLive();
    app.MapMeasures();
    app.MapJobDashboard(ground.Settings.OfficeName);
    await app.ServeAsync();
});
