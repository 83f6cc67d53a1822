using StaffDashboard.Data.Measures;

namespace StaffDashboard.Web.Pages.Admin.Health;

/// <summary>How the program itself does. A further figure of it is one line here.</summary>
static class ServerFigures
{
    const double Megabyte = 1024 * 1024;

    static readonly HealthFigure[] figures =
    [
        HealthFigure.Latency(
            "lag",
            "Change-log lag",
            "From a commit until it is announced",
            Figure.Lag
        ),
        HealthFigure.Latency(
            "answers",
            "Response time",
            "From a request to its response",
            Figure.Answer
        ),
        new(
            "failed-requests",
            "Failed requests",
            "",
            "By type",
            Better.Lower,
            [Figure.RequestError, Figure.Answer],
            totals => totals.Count(Figure.RequestError)
        )
        {
            Lines = whole => FigureLine.KindsCounted(whole, Figure.RequestError),
            Note = totals =>
                HealthWords.Shares(totals, Figure.RequestError, totals.Count(Figure.Answer)),
        },
        HealthFigure.Level(
            "queries",
            "Queries per request",
            "",
            "On average",
            Better.Lower,
            Figure.AnswerQueries
        ),
        HealthFigure.Level(
            "database",
            "Database time per request",
            "ms",
            "On average",
            Better.Lower,
            Figure.AnswerDatabase
        ),
        new(
            "cache",
            "Served from memory",
            "%",
            "Sections that needed no query",
            Better.Higher,
            [Figure.Fragment],
            totals =>
                HealthFigures.Share(
                    totals.Count(Figure.Fragment, "hit"),
                    totals.Count(Figure.Fragment) - totals.Count(Figure.Fragment, "hit")
                )
        ),
        HealthFigure.Level(
            "pool",
            "Database connections",
            "",
            "In use by one server, on average",
            Better.Neither,
            Figure.Pool,
            "busy"
        ),
        HealthFigure.Level(
            "memory",
            "Memory in use",
            "MB",
            "By one server, on average",
            Better.Neither,
            Figure.Memory,
            scale: Megabyte
        ),
        new(
            "collections",
            "Garbage collections",
            "",
            "By generation",
            Better.Neither,
            [Figure.Collections],
            totals => totals.Count(Figure.Collections)
        )
        {
            Lines = whole => FigureLine.KindsCounted(whole, Figure.Collections),
            Note = totals =>
                $"{Amount.Of(totals.Count(Figure.Collections, "gen2"), "")} of them Gen 2",
        },
        new(
            "mail",
            "E-mails sent",
            "",
            "Handed to the mail server",
            Better.Neither,
            [Figure.Mail],
            totals => totals.Count(Figure.Mail, "sent")
        )
        {
            Lines = whole => FigureLine.KindsCounted(whole, Figure.Mail),
            Note = totals =>
                $"{Amount.Of(totals.Count(Figure.Mail, "failed"), "")} not taken by the mail server",
        },
        HealthFigure.Count(
            "refused-sign-ins",
            "Refused sign-ins",
            "A wrong password, or too many tries",
            Figure.RefusedSignIn
        ),
    ];

    internal static IReadOnlyList<HealthFigure> All { get; } =
    [.. figures.Select(figure => figure with { IsOfServer = true, IsPersonal = false })];
}
