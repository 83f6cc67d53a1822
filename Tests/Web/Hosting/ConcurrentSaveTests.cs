using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using StaffDashboard.Data.Problems;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Hosting;

/// <summary>Two save at the same moment where nobody merges what they saved.</summary>
public sealed class ConcurrentSaveTests(TestPostgres postgres)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_second_is_told_to_try_again_and_does(bool isHtmx)
    {
        await using var database = await postgres.OfficeAsync();
        await using var app = await OfficeApp.StartAsync(
            database,
            adapt: services => services.AddSingleton<IInterceptor>(new MeetsOnce())
        );
        using var mia = await app.SignInAsync(UserRole.Manager);
        if (isHtmx)
            mia.Http.DefaultRequestHeaders.Add("HX-Request", "true");
        (string, string)[] report =
        [
            ("Comment", "It hangs"),
            ("__Key", $"{Guid.CreateVersion7()}"),
        ];

        using var met = await mia.PostAsync("/problems", report);
        using var again = await mia.PostAsync("/problems", report);

        Assert.Equal(HttpStatusCode.Conflict, met.StatusCode);
        Assert.Equal("concurrent-save", Assert.Single(met.Headers.GetValues("X-Trouble")));
        Assert.Equal("none", Assert.Single(met.Headers.GetValues("HX-Reswap")));
        var page = await Visitor.ParseAsync(met);
        Assert.Contains(
            "at the same moment",
            page.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.True((int)again.StatusCode < 400, $"{again.StatusCode}");
        Assert.Equal(1L, await database.AskAsync<long>("select count(*) from problem_reports"));
    }

    sealed class MeetsOnce : SaveChangesInterceptor
    {
        bool hasMet;

        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        )
        {
            if (hasMet || !eventData.Context!.ChangeTracker.Entries<ProblemReport>().Any())
                return ValueTask.FromResult(result);
            hasMet = true;
            throw new DbUpdateConcurrencyException("It was changed by somebody else.");
        }
    }
}
