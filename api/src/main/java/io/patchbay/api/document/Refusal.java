package io.patchbay.api.document;

import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import io.patchbay.api.ErrorCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.ErrorType;

/** Why a document is not answered, in a sentence and with what a program needs to do better. */
final class Refusal implements GraphQLError {

    private static final long serialVersionUID = 1;

    private final String message;
    private final LinkedHashMap<String, Object> extensions = new LinkedHashMap<>();

    Refusal(ErrorCode code, String message) {
        this.message = message;
        extensions.put("code", code.name());
    }

    /** Something is more than it may be. */
    static Refusal tooMuch(ErrorCode code, long limit, long used, String message) {
        var refusal = new Refusal(code, message);
        refusal.extensions.put("limit", limit);
        refusal.extensions.put("used", used);
        return refusal;
    }

    /** Something is more than it may be; how much more is not known, because counting stopped there. */
    static Refusal tooMuch(ErrorCode code, long limit, String message) {
        var refusal = new Refusal(code, message);
        refusal.extensions.put("limit", limit);
        return refusal;
    }

    @Override
    public String getMessage() {
        return message;
    }

    @Override
    public @Nullable List<SourceLocation> getLocations() {
        return null;
    }

    @Override
    public ErrorClassification getErrorType() {
        return ErrorType.BAD_REQUEST;
    }

    @Override
    public Map<String, Object> getExtensions() {
        return extensions;
    }
}
