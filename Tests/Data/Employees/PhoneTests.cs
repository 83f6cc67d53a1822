using FsCheck;
using FsCheck.Fluent;
using StaffDashboard.Data.Employees;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Data.Employees;

public class PhoneTests
{
    const string Germany = "49";

    [Theory]
    [InlineData("+49 151 234-567", "+49151234567")]
    [InlineData("0151 234-567", "+49151234567")]
    [InlineData("0049 151 234567", "+49151234567")]
    [InlineData("+49 (0)151 234567", "+49151234567")]
    [InlineData("0049 (0)151 234567", "+49151234567")]
    [InlineData("(0151) 234567", "+49151234567")]
    [InlineData("(0)151 234567", "+49151234567")]
    [InlineData("tel:+49151234567", "+49151234567")]
    [InlineData("+１２０２５５５０１２３", "+12025550123")]
    // A spreadsheet has eaten the zero, or the plus.
    [InlineData("30 5551234", "+49305551234")]
    [InlineData("4915123456701", "+4915123456701")]
    [InlineData("+1 (212) 555-0100", "+12125550100")]
    [InlineData(" 0151/234.567 ", "+49151234567")]
    public void What_people_type_is_read(string typed, string e164)
    {
        Assert.True(Phone.TryRead(typed, Germany, out var read));
        Assert.Equal(e164, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("0")]
    [InlineData("00")]
    [InlineData("+999 151 234567")]
    [InlineData("151 234567")]
    // In Germany and in Texas.
    [InlineData("15123456701")]
    [InlineData("+49 12")]
    [InlineData("+49 151 CALL ME")]
    [InlineData("+0 151 234567")]
    [InlineData("+49 1515 2345 6701 8901")]
    [InlineData("+1234567890123456")]
    [InlineData("+123456")]
    [InlineData("0151 234567 or 0151 765432")]
    [InlineData("\ud800")]
    public void Garbage_is_refused(string typed)
    {
        Assert.False(Phone.TryRead(typed, Germany, out var read));
        Assert.Equal("", read);
    }

    [Fact]
    public void Whatever_is_read_is_E164_and_reads_as_itself() =>
        Given.Any(
            Typed.ToArbitrary(),
            typed =>
                !Phone.TryRead(typed, Germany, out var once)
                || (
                    once.Length is >= 8 and <= 16
                    && once[0] == '+'
                    && once[1] is >= '1' and <= '9'
                    && once.Skip(1).All(char.IsAsciiDigit)
                    && Phone.TryRead(once, Germany, out var twice)
                    && twice == once
                )
        );

    [Fact]
    public void What_is_shown_reads_as_what_is_stored() =>
        Given.Any(
            E164.ToArbitrary(),
            e164 => Phone.TryRead(Phone.Show(e164), Germany, out var read) && read == e164
        );

    [Theory]
    [InlineData("+4915123456701", "+49 1512 3456701")]
    [InlineData("+491701112223", "+49 170 1112223")]
    [InlineData("+49305551234", "+49 30 5551234")]
    [InlineData("+498912345678", "+49 89 12345678")]
    [InlineData("+12125550100", "+1 212-555-0100")]
    public void A_number_is_grouped_as_in_its_country(string e164, string shown) =>
        Assert.Equal(shown, Phone.Show(e164));

    [Fact]
    public void What_is_no_number_is_shown_as_it_is() =>
        Assert.Equal("not a number", Phone.Show("not a number"));

    static Gen<string> E164 =>
        Digits.Where(e164 => Phone.TryRead(e164, Germany, out var read) && read == e164);

    static Gen<string> Digits =>
        from length in Gen.Choose(7, 15)
        from first in Gen.Choose('1', '9')
        from rest in Gen.ArrayOf(Gen.Choose('0', '9'), length - 1)
        select "+" + (char)first + string.Concat(rest.Select(d => (char)d));

    /// <summary>Half phone-like, half anything at all.</summary>
    static Gen<string> Typed =>
        Gen.OneOf(
            from marks in Gen.ListOf(
                Gen.Elements("+", "00", "0", "(0)", " ", "-", "/", ".", "151", "234567", "49")
            )
            select string.Concat(marks),
            ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "")
        );
}
