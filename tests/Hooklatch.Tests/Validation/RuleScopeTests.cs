using System.ComponentModel.DataAnnotations;
using Hooklatch.Binding;
using Hooklatch.Http;
using Hooklatch.Validation;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Tests.Validation;

public class RuleScopeTests
{
    private readonly BindingErrors _errors = new();

    [Fact]
    public void A_rule_sees_the_object_the_member_and_the_services_of_the_request()
    {
        using var services = new ServiceCollection().AddSingleton("a service").BuildServiceProvider();
        var owner = new object();
        var seen = new List<object?>();
        var rule = new Rule(context =>
        {
            seen.AddRange([context.ObjectInstance, context.MemberName, context.DisplayName, context.GetRequiredService<string>()]);
            return null;
        });

        new RuleScope(_errors, services).Members("$", owner, (scope, _) => scope.Check("name", "Name", "The name", "x", [rule]));

        Assert.Equal([owner, "Name", "The name", "a service"], seen);
        Assert.True(_errors.IsEmpty);
    }

    [Fact]
    public void Only_the_first_of_a_failed_required_rule_is_told_but_all_of_the_others()
    {
        ValidationAttribute[] rules = [new RequiredAttribute(), new MinLengthRule(3), new LengthRule(4, 5)];

        new RuleScope(_errors, null).Check("a", "a", "a", null, rules);
        new RuleScope(_errors, null).Check("b", "b", "b", "x", rules);

        Assert.Equal(["The a field is required."], _errors.ByParameter["a"]);
        Assert.Equal(2, _errors.ByParameter["b"].Length);
    }

    [Fact]
    public void A_failure_without_a_message_still_says_that_it_is_one()
    {
        new RuleScope(_errors, null).Members("form", new Silent(), (scope, _) => scope.Whole("Silent", []));

        Assert.Equal(["The value is not valid."], _errors.ByParameter["form"]);
    }

    [Fact]
    public void An_invalid_member_of_one_object_leaves_its_neighbours_to_speak_for_themselves()
    {
        new RuleScope(_errors, null).Items(
            "items",
            new[] { new Silent(), new Silent() },
            (scope, value) =>
            {
                var rule = new Rule(_ => _errors.IsEmpty ? new ValidationResult("Wrong.") : null);
                scope.Check("name", "Name", "Name", value, [rule]);
                scope.Whole("Silent", []);
            }
        );

        Assert.Equal(["items[0].name", "items[1]"], _errors.ByParameter.Keys);
    }

    [Fact]
    public void What_a_rule_throws_is_a_mistake_of_its_author_and_not_of_the_sender()
    {
        var rule = new Rule(_ => throw new NotSupportedException());

        Assert.Throws<NotSupportedException>(() => new RuleScope(_errors, null).Check("a", "a", "a", "x", [rule]));
    }

    private sealed class Rule(Func<ValidationContext, ValidationResult?> check) : ValidationAttribute
    {
        protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) => check(validationContext);
    }

    private sealed class Silent : IValidatableObject
    {
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => [new ValidationResult(null)];
    }
}
