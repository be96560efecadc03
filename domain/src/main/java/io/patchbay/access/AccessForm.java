package io.patchbay.access;

import io.patchbay.shared.FieldKind;
import io.patchbay.shared.FormField;
import io.patchbay.shared.FormOption;
import io.patchbay.shared.Text;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.CredentialField;
import io.patchbay.system.CredentialKind;
import io.patchbay.system.Environment;
import io.patchbay.system.RateLimit;
import io.patchbay.system.SystemDefinition;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What has to be asked about an access to a system: the questions of the wizard, and of the settings later on. */
public final class AccessForm {

    // What vendors write most often, beside the formats that have a name.
    private static final List<String> COMMON_PATTERNS = List.of(
            "yyyy-MM-dd",
            "yyyy-MM-dd HH:mm:ss",
            "yyyy-MM-dd'T'HH:mm:ss",
            "yyyyMMdd",
            "dd/MM/yyyy",
            "dd/MM/yyyy HH:mm:ss",
            "MM/dd/yyyy",
            "MM/dd/yyyy HH:mm:ss",
            "dd.MM.yyyy",
            "dd.MM.yyyy HH:mm:ss");

    private static final List<FormOption> ZONES = TimeZone.all().stream()
            .map(zone -> FormOption.of(zone.toString(), Text.literally(zone.toString())))
            .toList();

    private AccessForm() {}

    public static FormField name(SystemDefinition system) {
        return FormField.required(FieldKind.TEXT, Text.of("name"), "name")
                .explained(Text.of("name.help", system.name()));
    }

    /** Of a connector; where the company has only one group, that one is meant unless told. */
    public static FormField companyGroup() {
        return FormField.required(FieldKind.COMPANY_GROUP, Text.of("company-group"), "companyGroupId")
                .explained(Text.of("company-group.help"));
    }

    /** Both environments, also where the vendor has only one, which then is proposed. */
    public static FormField environment(SystemDefinition system) {
        var offered = Stream.of(Environment.values()).filter(system::has).toList();
        return FormField.required(FieldKind.CHOICE, Text.of("environment"), "environment")
                .offering(Stream.of(Environment.values())
                        .map(environment -> option(system, environment))
                        .toList())
                .proposing(offered.size() == 1 ? offered.getFirst().name() : null)
                .explained(Text.of("environment.help"));
    }

    public static FormField timeZone(@Nullable SystemDefinition system) {
        var field = FormField.required(FieldKind.CHOICE, Text.of("time-zone"), "timeZone")
                .offering(ZONES)
                .proposing(
                        system == null || system.defaults().timeZone() == null
                                ? TimeZone.UTC.toString()
                                : system.defaults().timeZone().getId());
        if (system == null) {
            return field;
        }
        var usual = system.defaults().timeZone();
        return field.explained(
                usual == null
                        ? Text.of("time-zone.own", system.name())
                        : Text.of("time-zone.usual", system.name(), usual.getId()));
    }

    public static FormField dateFormat(@Nullable SystemDefinition system) {
        var usual =
                system == null ? DateFormat.ISO_8601.value() : system.defaults().dateFormat();
        var field = FormField.required(FieldKind.CHOICE_OR_TEXT, Text.of("date-format"), "dateFormat")
                .offering(Stream.of(DateFormat.NAMED, List.of(usual), COMMON_PATTERNS)
                        .flatMap(List::stream)
                        .distinct()
                        .map(format -> FormOption.of(format, label(format)))
                        .toList())
                .proposing(usual);
        return system == null ? field : field.explained(Text.of("date-format.usual", system.name(), label(usual)));
    }

    /** Of an instance. No number: no limit, whatever the span. */
    public static FormField requests(@Nullable SystemDefinition system) {
        var field = FormField.required(FieldKind.NUMBER, Text.of("rate-limit.requests"), "rateLimit", "requests")
                .optional();
        var usual = system == null ? null : system.defaults().rateLimit();
        return usual == null
                ? field.explained(Text.of("rate-limit.none"))
                : field.proposing(Integer.toString(usual.requests()))
                        .explained(Text.of(
                                "rate-limit.usual",
                                Objects.requireNonNull(system).name(),
                                usual.requests(),
                                label(usual.per())));
    }

    /** The span in which so many requests are allowed. */
    public static FormField per(@Nullable SystemDefinition system) {
        var usual = system == null ? null : system.defaults().rateLimit();
        return FormField.required(FieldKind.CHOICE, Text.of("rate-limit.per"), "rateLimit", "per")
                .optional()
                .offering(Stream.of(RateLimit.Unit.values())
                        .map(unit -> FormOption.of(unit.name(), label(unit)))
                        .toList())
                .proposing((usual == null ? RateLimit.Unit.SECOND : usual.per()).name());
    }

    /** Every method; the first is proposed. */
    public static FormField authenticationMethod(SystemDefinition system) {
        return FormField.required(
                        FieldKind.CHOICE, Text.of("authentication-method", system.name()), "authenticationMethod")
                .offering(system.authenticationMethods().stream()
                        .map(AccessForm::option)
                        .toList())
                .proposing(system.authenticationMethods().stream()
                        .map(AuthenticationMethod::key)
                        .findFirst()
                        .orElse(null));
    }

    /** What a method needs to know, as its definition says. */
    public static FormField credential(CredentialField field) {
        return new FormField(
                List.of("credentials", field.key()),
                kind(field.kind()),
                Text.literally(field.label()),
                field.secret(),
                field.required(),
                null,
                field.options().stream()
                        .map(option -> FormOption.of(option, Text.literally(option)))
                        .toList(),
                text(field.help()),
                patternOf(field.pattern()),
                field.example());
    }

    public static Text label(Environment environment) {
        return Text.of("environment." + environment.name());
    }

    public static Text label(RateLimit.Unit unit) {
        return Text.of("unit." + unit.name());
    }

    /** A date format as people know it; a pattern speaks for itself. */
    public static Text label(String dateFormat) {
        return DateFormat.NAMED.contains(dateFormat)
                ? Text.of("date-format." + dateFormat)
                : Text.literally(dateFormat);
    }

    private static FormOption option(SystemDefinition system, Environment environment) {
        return system.has(environment)
                ? FormOption.of(environment.name(), label(environment))
                : new FormOption(
                        environment.name(),
                        Text.of("environment.missing", label(environment), system.name()),
                        false,
                        null);
    }

    private static FormOption option(AuthenticationMethod method) {
        return new FormOption(method.key(), Text.literally(method.label()), true, text(method.help()));
    }

    private static FieldKind kind(CredentialKind kind) {
        return switch (kind) {
            case TEXT -> FieldKind.TEXT;
            case MULTILINE -> FieldKind.MULTILINE;
            case URL -> FieldKind.URL;
            case HOST -> FieldKind.HOST;
            case NUMBER -> FieldKind.NUMBER;
            case EMAIL -> FieldKind.EMAIL;
            case CHOICE -> FieldKind.CHOICE;
        };
    }

    private static @Nullable Text text(@Nullable String words) {
        return words == null ? null : Text.literally(words);
    }

    private static @Nullable String patternOf(@Nullable Pattern pattern) {
        return pattern == null ? null : pattern.pattern();
    }
}
