using System.Text;

namespace StaffDashboard.Data.Imports.Csv;

/// <summary>
/// Reads what offices send: UTF-8 or UTF-16 with a mark, UTF-8 without one, and in its midst the bytes
/// of old Windows programs, which are not UTF-8 and so can be told apart one by one.
/// </summary>
static class Letters
{
    static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    static readonly Encoding Utf8 = Encoding.GetEncoding(
        "utf-8",
        EncoderFallback.ReplacementFallback,
        new WindowsBytes()
    );

    internal static StreamReader Reader(Stream stream) =>
        new(stream, Utf8, detectEncodingFromByteOrderMarks: true, bufferSize: 32 * 1024);

    sealed class WindowsBytes : DecoderFallback
    {
        public override int MaxCharCount => 4;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();
    }

    sealed class Buffer : DecoderFallbackBuffer
    {
        string text = "";
        int at;

        public override int Remaining => text.Length - at;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            (text, at) = (Windows.GetString(bytesUnknown), 0);
            return true;
        }

        public override char GetNextChar() => at < text.Length ? text[at++] : '\0';

        public override bool MovePrevious()
        {
            if (at == 0)
                return false;
            at--;
            return true;
        }

        public override void Reset() => (text, at) = ("", 0);
    }
}
