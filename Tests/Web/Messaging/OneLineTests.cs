using StaffDashboard.Web.Messaging;
using StaffDashboard.Web.Messaging.Reports;

namespace StaffDashboard.Tests.Web.Messaging;

/// <summary>What somebody typed takes no line of its own in a letter, in a header or below.</summary>
public sealed class OneLineTests
{
    static readonly Uri Site = new("https://office.example.test/");

    [Theory]
    [InlineData("Eve\r\nBcc: all@example.test")]
    [InlineData("Eve\n\nYour password has expired. Enter it at https://evil.example")]
    [InlineData("Eve\u2028Second line")]
    [InlineData("Eve\u202Egnihtyna")]
    public void A_name_stays_on_its_line(string name)
    {
        foreach (
            var letter in (Letter[])
                [
                    InviteMail.To("bea@example.test", name, name, Site),
                    ResetMail.To("bea@example.test", name, name, Site),
                    ConfirmMail.To("bea@example.test", name, name, Site),
                ]
        )
        {
            var smuggled = Lines(name).Skip(1).Where(line => line.Length > 0).ToArray();
            Assert.DoesNotContain(
                letter.Subject,
                c => char.IsControl(c) || c is '\u2028' or '\u202E'
            );
            Assert.DoesNotContain('\u202E', letter.Text);
            Assert.DoesNotContain(
                Lines(letter.Text),
                line => smuggled.Any(part => line.StartsWith(part, StringComparison.Ordinal))
            );
        }
    }

    [Fact]
    public void A_cell_of_the_report_stays_on_its_line()
    {
        var report = ReportText.Of(
            new(
                "Subject",
                "Title",
                "All clear.",
                true,
                null,
                [
                    new(
                        "Problems",
                        Site,
                        ["On the page"],
                        [
                            ["/team\nAll is lost.\r\n"],
                        ],
                        ""
                    ),
                ]
            )
        );

        Assert.DoesNotContain("All is lost.", Lines(report));
        Assert.Contains("/team All is lost.", Lines(report));
    }

    static string[] Lines(string text) => text.Split(['\n', '\r', '\u2028']);
}
