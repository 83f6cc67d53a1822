using System.Net;
using AngleSharp.Dom;
using StaffDashboard.Tests.Support;
using StaffDashboard.Tests.Web.Pages.Team.Person;

namespace StaffDashboard.Tests.Web.Pages.Shared.Once;

public sealed class EveryFormTests(PersonOffice office) : IClassFixture<PersonOffice>
{
    [Fact]
    public async Task Every_form_that_is_posted_carries_a_key_of_its_own_and_says_what_it_does()
    {
        var person = await office.AddAsync("Amira Yilmaz");
        var seen = 0;
        foreach (
            var path in AllPages.Of(person).Concat(await EventfulDay.AddAsync(office.Database))
        )
        {
            var (first, second) = (await FormsAsync(path), await FormsAsync(path));
            seen += first.Count;
            Assert.All(first, form => Assert.True(Guid.TryParse(KeyOf(form), out _), Says(form)));
            Assert.All(first, form => Assert.True(IsNamed(form), Says(form)));
            var keys = first.Concat(second).Select(KeyOf).ToList();
            // One rendered for many, or kept for later, would be taken for a repeat.
            Assert.Equal(keys.Count, keys.Distinct(StringComparer.Ordinal).Count());

            string Says(IElement form) => $"{path}: {form.OuterHtml}";
        }
        Assert.True(seen > 50, $"Only {seen} forms were seen");
    }

    async Task<List<IElement>> FormsAsync(string path)
    {
        using var answer = await office.Admin.GetAsync(path);
        // A link from a letter without its sealed word is gone, and says so in a page.
        var isThere = answer.IsSuccessStatusCode || answer.StatusCode is HttpStatusCode.Gone;
        Assert.True(isThere, $"{path}: {answer.StatusCode}");
        return [.. (await Visitor.ParseAsync(answer)).QuerySelectorAll("form[method=post]")];
    }

    static string KeyOf(IElement form) =>
        form.QuerySelector("input[name=__Key]")?.GetAttribute("value") ?? "";

    static bool IsNamed(IElement form) => form.GetAttribute("data-action") is { Length: > 0 };
}
