using FluentValidation;
using StaffDashboard.Web.Consistency;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Account;
using StaffDashboard.Web.Pages.Admin;
using StaffDashboard.Web.Pages.Admin.Reports;
using StaffDashboard.Web.Pages.Admin.Users;
using StaffDashboard.Web.Pages.Here;
using StaffDashboard.Web.Pages.Problems;
using StaffDashboard.Web.Pages.Records.Pairs;
using StaffDashboard.Web.Pages.Reports;
using StaffDashboard.Web.Pages.Shared.Conflicts;
using StaffDashboard.Web.Pages.Shared.Files;
using StaffDashboard.Web.Pages.Shared.Imports;
using StaffDashboard.Web.Pages.Shared.Lists;
using StaffDashboard.Web.Pages.Shared.Once;
using StaffDashboard.Web.Pages.Shared.Records;
using StaffDashboard.Web.Pages.Shared.Requests;
using StaffDashboard.Web.Pages.Team;

namespace StaffDashboard.Web.Pages;

/// <summary>What each feature brings: its access rule and its topics stand in its own folder.</summary>
public static class Features
{
    public static IServiceCollection AddFeatures(this IServiceCollection services)
    {
        services
            .AddRazorPages(options =>
            {
                options.Conventions.Add(new RecordRoutes());
                options.Conventions.Add(new AddressFirst());
                AccountAccess.Guard(options.Conventions);
                RecordAccess.Guard(options.Conventions);
                AdminAccess.Guard(options.Conventions);
                ReportsAccess.Guard(options.Conventions);
            })
            .AddMvcOptions(options =>
            {
                options.Filters.Add<SinceFilter>();
                options.ModelMetadataDetailsProviders.Add(new ComputedProperties());
            })
            // The fields are checked by our own script, against the server's rules.
            .AddViewOptions(options => options.HtmlHelperOptions.ClientValidationEnabled = false);
        // What any form of any page changes is changed once.
        services.AddOnce();
        services.AddSingleton<FileTransfers>().AddSingleton<FormStart>();
        services.AddSingleton(
            HereAccess.Allow(
                ProblemsAccess.Allow(
                    AdminAccess.Allow(
                        RecordAccess.Allow(TeamAccess.Allow(AccountAccess.Allow(new TopicRules())))
                    )
                )
            )
        );
        services.AddScoped<Invitations>().AddSingleton<ResetLetters>();
        services.AddHostedService(provider => provider.GetRequiredService<ResetLetters>());
        services
            .AddScoped<RecordPageContext>()
            .AddScoped<ImportContext>()
            .AddScoped<RecordParts>()
            .AddScoped<ListParts>()
            .AddScoped<TeamChoices>()
            .AddScoped<UndoRequest>();
        foreach (var pages in RecordRegistry.All)
            services
                .AddScoped<IPair>(of => ActivatorUtilities.CreateInstance<ChipsAndList>(of, pages))
                .AddScoped<IPair>(of =>
                    ActivatorUtilities.CreateInstance<RowsAndDetails>(of, pages)
                )
                .AddScoped<IPair>(of => ActivatorUtilities.CreateInstance<TrailAndRow>(of, pages));
        services.AddScoped<AskRecipient>().AddScoped<ReportFragments>();
        foreach (var found in AssemblyScanner.FindValidatorsInAssembly(typeof(Features).Assembly))
            services.AddSingleton(found.InterfaceType, found.ValidatorType);
        return services;
    }
}
