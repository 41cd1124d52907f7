using Rung.Core.Customers;

namespace Rung.Server.Demo.Organisations;

/// <summary>A contact by post: nobody in the demo has a name.</summary>
/// <param name="Mailbox">The part of the address before the at sign.</param>
internal sealed record Post(string Title, string Mailbox, params IReadOnlyList<string> Roles)
{
    /// <summary>The contacts of an organisation, each with a number of its own from the range kept for drama.</summary>
    /// <param name="firstNumber">The first contact's last three digits.</param>
    public static IReadOnlyList<Contact> Contacts(
        string customer,
        string domain,
        int firstNumber,
        IReadOnlyList<Post> posts
    ) =>
        [
            .. posts.Select(
                (post, index) =>
                    new Contact(
                        $"{customer}-{post.Mailbox}",
                        post.Title,
                        $"01632 960{firstNumber + index:000}",
                        $"{post.Mailbox}@{domain}",
                        post.Roles
                    )
            ),
        ];
}
