using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Access;
using StaffDashboard.Web.Access.Passwords;

namespace StaffDashboard.Tests.Web.Access;

public sealed class PasswordRulesTests
{
    static readonly User Bea = new()
    {
        Name = "Beatrice Sommer",
        Email = "bea.sommer@office.example",
    };

    [Theory]
    [InlineData("horse battery staple")]
    [InlineData("zwölf lange Zeichen")]
    [InlineData("aaaaaaaaaaab")]
    [InlineData("🐎🔋📎🐎🔋📎🐎🔋📎🐎🔋📎")]
    public void Length_is_enough(string password) => Assert.Null(Problem(password));

    [Theory]
    [InlineData("")]
    [InlineData("elevenchars")]
    [InlineData("🐎🔋📎🐎🔋📎")]
    public void Too_short_says_how_long_it_must_be(string password) =>
        Assert.Contains("at least 12", Problem(password), StringComparison.Ordinal);

    [Fact]
    public void Too_long_would_be_work_for_us_alone() =>
        Assert.Contains("at most 256", Problem(new string('a', 257)), StringComparison.Ordinal);

    [Theory]
    [InlineData("bea.sommer@office.example")]
    [InlineData("BEATRICESOMMER1")]
    [InlineData("Beatrice Sommer 2026")]
    [InlineData("Night Owls Events")]
    [InlineData("nightowlsevents!")]
    public void What_everybody_knows_is_no_secret(string password) =>
        Assert.Contains("anybody can guess", Problem(password), StringComparison.Ordinal);

    [Fact]
    public void The_hundred_thousand_most_common_are_known_and_the_long_ones_of_a_million()
    {
        Assert.InRange(CommonPasswords.Count, 140_000, 150_000);
        // The first, the last of a hundred thousand, and the last long one of the million.
        Assert.All(
            ["123456", "password", "nfyxbr", "neznam", "vjht29061987"],
            common => Assert.True(CommonPasswords.Contains(common), common)
        );
        Assert.All(
            ["", "horse battery staple", "zwölf lange Zeichen", "passwore"],
            rare => Assert.False(CommonPasswords.Contains(rare), rare)
        );
    }

    [Theory]
    [InlineData("unbelievable")]
    [InlineData("UnBelievable")]
    [InlineData("VJHT29061987")]
    [InlineData("   password    ")]
    public void The_most_common_are_refused_whatever_their_capitals(string password) =>
        Assert.Contains("most common", Problem(password), StringComparison.Ordinal);

    [Fact]
    public void Whatever_is_typed_gets_an_answer_and_none_shorter_than_twelve_passes() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<string>(),
                text => Problem(text ?? "") is not null || text!.EnumerateRunes().Count() >= 12
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Hashes_are_PBKDF2_with_SHA512_in_220_000_rounds()
    {
        var services = new ServiceCollection();
        services.AddAccess();
        services.AddLogging();
        using var provider = services.BuildServiceProvider();
        var hash = Convert.FromBase64String(
            new PasswordHasher<User>(
                provider.GetRequiredService<IOptions<PasswordHasherOptions>>()
            ).HashPassword(Bea, "horse battery staple")
        );

        // Identity's format 3: a marker, then the function (2 is HMAC-SHA512) and the rounds, big-endian.
        Assert.Equal(1, hash[0]);
        Assert.Equal(2, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(1)));
        Assert.Equal(
            220_000,
            System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(5))
        );
    }

    static string? Problem(string password) =>
        PasswordRules.Problem(password, Bea, "Night Owls Events");
}
