namespace Hooklatch.Generators.Verification;

/// <summary>A piece of a scheme's signed text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The literal, or the name of the header, the query parameter or the field that holds the payload.</param>
/// <param name="FollowedBy">For a value: the literal that ends it.</param>
/// <param name="PrecededBy">For a value behind the body: the literal that divides the two.</param>
/// <param name="BodyValue">For a value of the body: its number.</param>
internal sealed record ContentPart(ContentKind Kind, string Text = "", string FollowedBy = "", string PrecededBy = "", int BodyValue = -1);
