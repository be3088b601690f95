namespace PartnerOffice.Sandbox;

/// <summary>An error of the token endpoint, with Entra's own number.</summary>
internal sealed class SignInRefusal(int status, string error, int number, string message) : Exception(message)
{
    public int Status => status;

    public string Error => error;

    public int Number => number;
}
