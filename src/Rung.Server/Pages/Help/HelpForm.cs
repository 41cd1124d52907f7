using Rung.Core.Guides;
using Rung.Core.Help;
using Rung.Server.Pages.Forms;

namespace Rung.Server.Pages.Help;

/// <summary>The fields of an article, and the article of the fields.</summary>
internal static class HelpForm
{
    public static IReadOnlyList<FieldView> Fields(Guide guide, Article? article) =>
        [
            new("title", "Title")
            {
                Value = article?.Title ?? "",
                Hint = "As somebody with the problem would say it: it is found by its words.",
            },
            new("body", "Text", FieldType.Long)
            {
                Value = article?.Body ?? "",
                Hint =
                    "Markdown: # heading, - point, 1. step, **strong**, [text](https://address). HTML is shown as it is typed, pictures are left out.",
            },
            FieldView.Select(
                "audience",
                "Whom it is for",
                (article?.Audience ?? ArticleAudience.Customers).ToString(),
                [
                    (nameof(ArticleAudience.Customers), "Customers and the desk"),
                    (nameof(ArticleAudience.Desk), "The desk only"),
                ]
            ),
            .. guide.Services.Count == 0 ? [] : new[] { Services(guide, article) },
        ];

    public static Article Article(string id, FormValues form) =>
        new(id, form.Text("title"), form.Text("body"))
        {
            Audience = Enum.TryParse<ArticleAudience>(form.Text("audience"), out var audience)
                ? audience
                : ArticleAudience.Desk,
            Services = form.All("services"),
        };

    private static FieldView Services(Guide guide, Article? article) =>
        new("services", "What it is about", FieldType.Many)
        {
            Optional = true,
            Options =
            [
                .. guide.Services.Select(service => new OptionView(
                    service.Id,
                    service.Name,
                    article?.Services.Contains(service.Id) == true
                )),
            ],
        };
}
