using Microsoft.AspNetCore.Http;
using StaffDashboard.Web.Pages.Shared;

namespace StaffDashboard.Tests.Web.Pages.Shared;

public class ToastTests
{
    [Fact]
    public void A_toast_in_a_header_is_plain_ascii_whatever_the_name()
    {
        var response = new DefaultHttpContext().Response;
        new Toast("Archived Élodie", "/team/1?handler=Restore").Show(response);
        var header = response.Headers["HX-Trigger"].ToString();
        Assert.All(header, letter => Assert.True(char.IsAscii(letter)));
        Assert.StartsWith(
            """{"toast":{"text":"Archived \u00C9lodie","undo":"/team/1""",
            header,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_is_kept_for_the_next_page_comes_back()
    {
        Assert.Equal(
            new Toast("Done", "/undo", "bad"),
            Toast.From("""{"text":"Done","undo":"/undo","kind":"bad"}""")
        );
        Assert.Null(Toast.From(null));
    }
}
