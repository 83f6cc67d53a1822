using StaffDashboard.Data.Measures;

namespace StaffDashboard.Web.Pages.Admin.Health;

/// <summary>Against the period before: an arrow, and in words whether that is good.</summary>
public sealed record Change(string Icon, string Tone, string Words)
{
    // What lies closer together is chance.
    const double Same = 0.02;

    public static Change? Of(HealthFigure figure, double? now, double? before, Period period)
    {
        if (now is not { } value || before is not { } was)
            return null;
        var than = $"{Amount.Of(was, figure.Unit)} {period.Before}";
        if (Math.Abs(value - was) <= Same * Math.Max(Math.Abs(value), Math.Abs(was)))
            return new("equal", "", $"same, {than}");
        var rose = value > was;
        var icon = rose ? "arrow-up" : "arrow-down";
        return figure.Better switch
        {
            Better.Neither => new(icon, "", $"{(rose ? "more" : "less")}, {than}"),
            var better when better == Better.Higher == rose => new(icon, "good", $"better, {than}"),
            _ => new(icon, "attention", $"worse, {than}"),
        };
    }
}
