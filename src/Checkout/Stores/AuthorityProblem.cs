namespace Checkout.Stores;

/// <summary>What a shopper hears when the remote state authority of their order cannot be asked; why it cannot is in the log.</summary>
public static class AuthorityProblem
{
    public static Problem Unusable =>
        Problem.Upstream("rsa_config", "The store does not answer as it should right now. Try again.", "authority_failed");
}
