using NKCSI.Cms.Storage.Users;
using Xunit;

namespace NKCSI.Cms.Storage.Tests.Users;

public sealed class PasswordHashingTests
{
    [Fact]
    public void Hash_AnyPassword_HasTheHeaderOfGenuineUmbraco()
    {
        var bytes = Convert.FromBase64String(PasswordHashing.Hash("парола"));

        // Version 1, HMAC-SHA512, 100 000 iterations, a salt of 16 bytes and a key of 32.
        Assert.Equal(61, bytes.Length);
        Assert.Equal([0x01, 0, 0, 0, 2, 0, 0x01, 0x86, 0xA0, 0, 0, 0, 16], bytes[..13]);
    }

    [Fact]
    public void Verify_WhatIsNoHash_IsRefused()
    {
        Assert.False(PasswordHashing.Verify("default", "default"));
        Assert.False(PasswordHashing.Verify(string.Empty, string.Empty));
    }
}
