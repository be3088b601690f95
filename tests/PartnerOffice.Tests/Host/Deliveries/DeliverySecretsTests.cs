using System.Security.Cryptography;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using Xunit;

namespace PartnerOffice.Tests.Host.Deliveries;

public sealed class DeliverySecretsTests
{
    private static readonly PartnershipId Partnership = PartnershipId.Parse("steinfurt-mse");
    private static readonly DeliveryId Delivery = DeliveryId.Of(
        Partnership, MinutesId.Parse("kv-st-2026-07", null), 1, DistrictId.Parse("steinfurt"), DistrictId.Parse("mse"));

    private readonly DeliverySecrets _secrets = new(Enumerable.Repeat((byte)7, DeliverySecrets.KeyBytes).ToArray());

    // RFC 9562, appendix A.4.
    [Fact]
    public void A_name_based_id_is_the_one_of_the_standard() =>
        Assert.Equal(new Guid("2ed6657d-e927-568b-95e1-2665a8aea6a2"), NameBasedGuid.Create(new Guid("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com"));

    // Fixed: with another value a service that lost its ledger would no longer find what it delivered.
    [Fact]
    public void The_id_of_a_delivery_and_its_keys_never_change()
    {
        Assert.Equal("efd05b8b-32a7-5157-a245-a9a9230df9d2", Delivery.ToString());
        Assert.Equal("82599ce67a35411ffa299ae56297ca4d1b1b9132e239d4150051e7fb786da04b", _secrets.StepKey(Partnership, Delivery, DeliveryStep.Upload));
    }

    [Fact]
    public void Another_version_direction_or_partnership_is_another_delivery()
    {
        var (minutes, from, to) = (MinutesId.Parse("kv-st-2026-07", null), DistrictId.Parse("steinfurt"), DistrictId.Parse("mse"));

        var all = new[]
        {
            Delivery, DeliveryId.Of(Partnership, minutes, 2, from, to), DeliveryId.Of(Partnership, minutes, 1, to, from),
            DeliveryId.Of(PartnershipId.Parse("other"), minutes, 1, from, to), DeliveryId.Of(Partnership, MinutesId.Parse("kv-st-2026-08", null), 1, from, to),
        };

        Assert.Equal(all.Length, all.Distinct().Count());
    }

    [Fact]
    public void Every_step_has_a_key_of_its_own_and_graph_gets_its_first_half()
    {
        var keys = Enum.GetValues<DeliveryStep>().Select(step => _secrets.StepKey(Partnership, Delivery, step)).ToList();

        Assert.Equal(keys.Count, keys.Distinct().Count());
        Assert.All(keys, key => Assert.Equal(key[..32], DeliverySecrets.RequestId(key).ToString("N")));
    }

    [Fact]
    public void What_is_sealed_opens_for_its_own_delivery_with_its_own_key_only()
    {
        var box = _secrets.Seal(Delivery, "Kanarienvogel"u8);

        Assert.Equal("Kanarienvogel"u8.ToArray(), _secrets.Open(Delivery, box));
        Assert.Equal(-1, box.AsSpan().IndexOf("Kanari"u8));
        Assert.ThrowsAny<CryptographicException>(() => _secrets.Open(DeliveryId.Parse(Guid.NewGuid().ToString()), box));
        Assert.ThrowsAny<CryptographicException>(() => new DeliverySecrets(new byte[DeliverySecrets.KeyBytes]).Open(Delivery, box));
        box[^1] ^= 1;
        Assert.ThrowsAny<CryptographicException>(() => _secrets.Open(Delivery, box));
    }

    [Fact]
    public void Ten_that_start_at_once_agree_on_one_key_that_only_its_owner_may_read()
    {
        var folder = Directory.CreateTempSubdirectory("partneroffice-").FullName;
        try
        {
            var digests = new string[10];
            Parallel.For(0, digests.Length, index => digests[index] = SecretStore.Open(folder, null).KeyedDigest(Partnership, "x"));

            Assert.Single(digests.Distinct());
            // The lock under which the key was made stays, and means nothing.
            Assert.Equal(["key", "key.lock"], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder, "key")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_key_of_the_environment_counts_before_the_file_and_a_bad_one_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory("partneroffice-").FullName;
        try
        {
            SecretStore.Open(folder, Convert.ToBase64String(new byte[DeliverySecrets.KeyBytes]));

            Assert.Empty(Directory.GetFiles(folder));
            Assert.Throws<FormatException>(() => SecretStore.Open(folder, "too short"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
