using System.Net;
using StaffDashboard.Bench.Support;

namespace StaffDashboard.Bench.Live;

/// <summary>The contact section of one person, opened once and saved again and again.</summary>
sealed class ContactForm
{
    readonly SignedIn who;
    readonly Uri address;
    readonly Dictionary<string, string> fields;

    ContactForm(SignedIn who, Uri address, Dictionary<string, string> fields) =>
        (this.who, this.address, this.fields) = (who, address, fields);

    internal static async Task<ContactForm> OpenAsync(SignedIn who, Guid person)
    {
        var html = await who.Http.GetStringAsync(
            new Uri($"/team/{person}/contact?part=form", UriKind.Relative)
        );
        return new ContactForm(who, AddressOf(person), Form.Read(html));
    }

    /// <summary>The same form about somebody else, whose fields are known.</summary>
    internal ContactForm About(Guid person, string name, string phone, string email)
    {
        var theirs = new Dictionary<string, string>(fields);
        foreach (
            var (field, value) in ((string, string)[])
                [("Name", name), ("Phone", phone), ("Email", email)]
        )
            theirs[field] = theirs[$"Was[{field}]"] = value;
        return new ContactForm(who, AddressOf(person), theirs);
    }

    internal async Task SaveAsync(string name, string requestId)
    {
        fields["Name"] = name;
        using var post = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(fields),
        };
        post.Headers.Add("HX-Request", "true");
        post.Headers.Add("X-Request-Id", requestId);
        post.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        post.Headers.Add("RequestVerificationToken", who.Token);
        using var answer = await who.Http.SendAsync(post);
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new InvalidOperationException($"Saving was answered with {answer.StatusCode}.");
        fields["Was[Name]"] = name;
    }

    static Uri AddressOf(Guid person) => new($"/team/{person}/contact", UriKind.Relative);
}
