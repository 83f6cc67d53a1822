using StaffDashboard.Data.Fields;

namespace StaffDashboard.Data.Imports;

/// <summary>What a column of a file may be: a field, or a part of one.</summary>
public sealed class FileFields(IReadOnlyList<Field> all, IReadOnlyList<FieldPart> parts)
{
    public IReadOnlyList<Field> All => all;

    public IReadOnlyList<FieldPart> Parts => parts;

    /// <summary>What a newcomer cannot do without.</summary>
    public IEnumerable<Field> Required => all.Where(one => one.IsRequired);

    public IEnumerable<(string Key, string Label)> Choices =>
        all.SelectMany(one =>
            PartsOf(one).Select(part => (part.Key, part.Label)).Prepend((one.Key, one.Label))
        );

    public IEnumerable<FieldPart> PartsOf(Field field) => parts.Where(part => part.Whole == field);

    public bool IsKnown(string key) => Choices.Any(choice => choice.Key == key);

    /// <summary>The fields that a mapping fills, in the order of the declaration.</summary>
    public IEnumerable<Field> FilledBy(IReadOnlyCollection<string> mapping) =>
        all.Where(field => KeysOf(field).Any(mapping.Contains));

    /// <summary>Every column that goes into this field.</summary>
    public IEnumerable<string> KeysOf(Field field) =>
        PartsOf(field).Select(part => part.Key).Prepend(field.Key);
}
