using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace StaffDashboard.Web.Pages.Shared.Requests;

/// <summary>How much a form may hold. What is sent in parts stays in memory: nobody parks files on the disk.</summary>
sealed record FormLimits(int Bytes, int Fields, bool TakesParts)
{
    public const int OfStranger = 32 * 1024;

    static readonly FormLimits Stranger = new(OfStranger, 32, TakesParts: false);
    static readonly FormLimits StrangerInParts = Stranger with { TakesParts = true };

    // The longest notes three times over: mine, theirs, and what they were.
    static readonly FormLimits SignedIn = new(256 * 1024, 1024, TakesParts: true);

    /// <summary>A page that takes more fields says so in the framework's words.</summary>
    public static FormLimits Of(Endpoint page) =>
        page.Metadata.GetMetadata<RequestFormLimitsAttribute>() is { } own
            ? Usual(page) with
            {
                Fields = own.ValueCountLimit,
            }
            : Usual(page);

    static FormLimits Usual(Endpoint page) =>
        page.Metadata.GetMetadata<IAllowAnonymous>() is null ? SignedIn
        : page.Metadata.GetMetadata<TakesPartsAttribute>() is null ? Stranger
        : StrangerInParts;

    public FormOptions Options =>
        new()
        {
            MemoryBufferThreshold = Bytes,
            MultipartBodyLengthLimit = Bytes,
            ValueCountLimit = Fields,
            ValueLengthLimit = Bytes,
            KeyLengthLimit = 256,
        };
}
