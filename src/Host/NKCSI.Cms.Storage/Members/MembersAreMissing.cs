namespace NKCSI.Cms.Storage.Members;

/// <summary>What happens when somebody tries to store a member before members are there.</summary>
internal static class MembersAreMissing
{
    public static NotSupportedException Exception() => new("This site has no members yet and cannot store any.");
}
