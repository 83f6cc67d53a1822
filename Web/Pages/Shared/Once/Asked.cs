using System.Security.Cryptography;
using System.Text;

namespace StaffDashboard.Web.Pages.Shared.Once;

/// <summary>Who asks for what under which key.</summary>
sealed record Asked(Guid Person, Guid Key, string Path, byte[] Hash)
{
    // New at each rendering, and of no meaning for what is done.
    static readonly string[] Left = [Once.Key.Field, "__RequestVerificationToken"];

    public static async Task<Asked> ReadAsync(Guid person, Guid key, HttpRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(request.Method, request.Path.Value ?? "", request.QueryString.Value ?? "");
        if (request.HasFormContentType)
            AddForm(await request.ReadFormAsync());
        else
            await AddBodyAsync();
        return new(person, key, request.Path.Value ?? "", hash.GetHashAndReset());

        void AddForm(IFormCollection form)
        {
            foreach (var (name, values) in form.OrderBy(f => f.Key, StringComparer.Ordinal))
                if (!Left.Contains(name))
                    Add([name, .. values]);
            foreach (var file in form.Files)
                Add(file.Name, file.FileName, $"{file.Length}");
        }

        async Task AddBodyAsync()
        {
            request.EnableBuffering();
            hash.AppendData(await SHA256.HashDataAsync(request.Body));
            request.Body.Position = 0;
        }

        // Each with its length: "ab" and "c" is not "a" and "bc".
        void Add(params string?[] texts)
        {
            foreach (var text in texts)
                hash.AppendData(Encoding.UTF8.GetBytes($"{text?.Length}:{text}\n"));
        }
    }
}
