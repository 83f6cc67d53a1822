using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace StaffDashboard.Tests.Support;

/// <summary>A certificate for localhost that vouches for itself.</summary>
static class TestCertificate
{
    internal static (string Certificate, string Key) Write(string folder)
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest(
            "CN=localhost",
            rsa,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var made = request.CreateSelfSigned(
            TimeProvider.System.GetUtcNow().AddDays(-1),
            TimeProvider.System.GetUtcNow().AddDays(1)
        );
        var (certificate, key) = (
            Path.Combine(folder, "cert.pem"),
            Path.Combine(folder, "key.pem")
        );
        File.WriteAllText(certificate, made.ExportCertificatePem());
        File.WriteAllText(key, rsa.ExportPkcs8PrivateKeyPem());
        return (certificate, key);
    }
}
