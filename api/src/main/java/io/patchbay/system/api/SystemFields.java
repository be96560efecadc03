package io.patchbay.system.api;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import io.patchbay.api.FieldOf;
import io.patchbay.api.GlobalId;
import io.patchbay.api.NodeType;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.CredentialField;
import io.patchbay.system.Environment;
import io.patchbay.system.SystemDefinition;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** The fields of a system and its parts that GraphQL shows otherwise than the domain does. */
@Component
class SystemFields implements RuntimeWiringConfigurer {

    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        wiring.type("System", SystemFields::system)
                .type("AuthenticationMethod", SystemFields::authenticationMethod)
                .type("CredentialField", SystemFields::credentialField);
    }

    private static TypeRuntimeWiring.Builder system(TypeRuntimeWiring.Builder type) {
        return type.dataFetcher(
                        "id", system(it -> GlobalId.of(NodeType.SYSTEM, it.id().slug())))
                .dataFetcher("slug", system(it -> it.id().slug()))
                .dataFetcher("iconUrl", system(it -> "/icons/" + it.id().slug() + ".svg"))
                .dataFetcher("defaultTimeZone", system(it -> it.defaults().timeZone()))
                .dataFetcher("defaultDateFormat", system(it -> it.defaults().dateFormat()));
    }

    private static TypeRuntimeWiring.Builder authenticationMethod(TypeRuntimeWiring.Builder type) {
        return type.dataFetcher("available", method(it -> true))
                .dataFetcher("credentialFields", method(AuthenticationMethod::askedFields));
    }

    private static TypeRuntimeWiring.Builder credentialField(TypeRuntimeWiring.Builder type) {
        return type.dataFetcher("pattern", new FieldOf<>(CredentialField.class, SystemFields::pattern))
                .dataFetcher(
                        "options",
                        new FieldOf<>(
                                CredentialField.class, field -> field.options().isEmpty() ? null : field.options()))
                .dataFetcher("longestLife", SystemFields::longestLife);
    }

    private static @Nullable String longestLife(DataFetchingEnvironment asked) {
        CredentialField field = Objects.requireNonNull(asked.getSource());
        String environment = Objects.requireNonNull(asked.getArgument("environment"));
        var lifetime = field.lifetimes().get(Environment.valueOf(environment));
        return lifetime == null ? null : lifetime.toString();
    }

    private static FieldOf<AuthenticationMethod> method(Function<AuthenticationMethod, @Nullable Object> value) {
        return new FieldOf<>(AuthenticationMethod.class, value);
    }

    private static @Nullable String pattern(CredentialField field) {
        return field.pattern() == null ? null : field.pattern().pattern();
    }

    private static FieldOf<SystemDefinition> system(Function<SystemDefinition, @Nullable Object> value) {
        return new FieldOf<>(SystemDefinition.class, value);
    }
}
