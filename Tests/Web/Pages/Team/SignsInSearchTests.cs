using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Team;

/// <summary>The index is made of letters and digits: what has hardly any of them must not read everybody, nor find everybody.</summary>
public sealed class SignsInSearchTests(TestPostgres postgres) : TeamPages(postgres)
{
    [Theory]
    [InlineData("!!! ???", new string[0])]
    [InlineData("&", new string[0])]
    [InlineData("00", new[] { "Anna-Bo O'Neil", "Hanna Lee", "(Al) Kim" })]
    [InlineData("🙂", new string[0])]
    [InlineData("Anna & O'Neil", new[] { "Anna-Bo O'Neil" })]
    [InlineData("Anna – !", new[] { "Anna-Bo O'Neil", "Hanna Lee" })]
    [InlineData("o'n", new[] { "Anna-Bo O'Neil" })]
    [InlineData("o'x", new string[0])]
    [InlineData("(a", new[] { "(Al) Kim" })]
    [InlineData("le", new[] { "Hanna Lee" })]
    [InlineData("a-bo", new[] { "Anna-Bo O'Neil" })]
    public async Task Signs_alone_find_nobody_and_between_words_they_count_for_nothing(
        string search,
        string[] found
    )
    {
        foreach (var name in (string[])["Anna-Bo O'Neil", "Hanna Lee", "(Al) Kim"])
            await HireAsync(name);

        var listed = await ListedAsync($"?q={Uri.EscapeDataString(search)}");

        Assert.Equal(found.Order(), listed.Order());
    }
}
