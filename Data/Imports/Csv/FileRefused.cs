namespace StaffDashboard.Data.Imports.Csv;

/// <summary>Why a file cannot be taken at all, in words for the person who sent it.</summary>
public sealed class FileRefused(string message) : Exception(message);
