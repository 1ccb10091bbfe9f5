namespace Hooklatch.Generators.Validation;

/// <summary>The attributes that rules are read from, by name.</summary>
internal static class DataAnnotations
{
    public const string MaxSize = "Hooklatch.MaxSizeAttribute";
    public const string ContentType = "Hooklatch.ContentTypeAttribute";
    public const string AllowedExtensions = "Hooklatch.AllowedExtensionsAttribute";

    public const string Validation = Namespace + "ValidationAttribute";
    public const string ValidatableObject = Namespace + "IValidatableObject";
    public const string Display = Namespace + "DisplayAttribute";
    public const string Required = Namespace + "RequiredAttribute";
    public const string Range = Namespace + "RangeAttribute";
    public const string StringLength = Namespace + "StringLengthAttribute";
    public const string MinLength = Namespace + "MinLengthAttribute";
    public const string MaxLength = Namespace + "MaxLengthAttribute";
    public const string Length = Namespace + "LengthAttribute";
    public const string RegularExpression = Namespace + "RegularExpressionAttribute";
    public const string EmailAddress = Namespace + "EmailAddressAttribute";
    public const string Url = Namespace + "UrlAttribute";
    public const string Phone = Namespace + "PhoneAttribute";
    public const string CreditCard = Namespace + "CreditCardAttribute";
    public const string Base64String = Namespace + "Base64StringAttribute";
    public const string FileExtensions = Namespace + "FileExtensionsAttribute";
    public const string EnumDataType = Namespace + "EnumDataTypeAttribute";
    public const string DataType = Namespace + "DataTypeAttribute";
    public const string Compare = Namespace + "CompareAttribute";
    public const string CustomValidation = Namespace + "CustomValidationAttribute";

    private const string Namespace = "System.ComponentModel.DataAnnotations.";
}
