using FluentValidation;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Fields;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared.Conflicts;
using StaffDashboard.Web.Pages.Shared.Once;

namespace StaffDashboard.Web.Pages.Shared.Records;

/// <summary>What the pages of every kind of record work with.</summary>
public sealed record RecordPageContext(
    Office Office,
    Viewer Viewer,
    Effect Effect,
    Fragments Fragments,
    FragmentCache Cache,
    FormStart Starts,
    IValidator<RecordForm> Rules,
    IConfiguration Settings,
    TimeProvider Clock
)
{
    public string CountryCode => OfficeCountry.From(Settings);

    /// <summary>By what these fields are read and shown.</summary>
    public async Task<OfficeWords> WordsAsync(IEnumerable<Field> fields, CancellationToken stop) =>
        (await Office.WordsAsync(fields, CountryCode, stop)).At(Clock);
}
