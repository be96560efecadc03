package io.patchbay.api.http;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.MediaTypes;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;

/** The forms of an answer. Where a client takes any, it gets the first. */
enum Accepted {
    /** As older clients know it: 200 also where the document is wrong. */
    JSON(MediaType.APPLICATION_JSON),
    /** With a status that says whether the document could be answered. */
    GRAPHQL_RESPONSE(MediaTypes.APPLICATION_GRAPHQL_RESPONSE),
    /** Events one after the other. */
    EVENT_STREAM(MediaType.TEXT_EVENT_STREAM);

    private final MediaType type;

    Accepted(MediaType type) {
        this.type = type;
    }

    MediaType type() {
        return type;
    }

    /**
     * The form that this client likes best.
     *
     * @throws NotGraphQl where it takes none
     */
    static Accepted by(ServerRequest request) {
        var headers = request.headers().header(HttpHeaders.ACCEPT);
        return headers.isEmpty() ? JSON : best(headers).orElseThrow(NotGraphQl::notAcceptable);
    }

    /** The form that was settled for this request; where none was, the one that every client reads. */
    static Accepted settled(@Nullable Object attribute) {
        return attribute instanceof Accepted form ? form : JSON;
    }

    private static Optional<Accepted> best(List<String> headers) {
        try {
            var ranges = MediaType.parseMediaTypes(headers);
            return ranges.isEmpty()
                    ? Optional.of(JSON)
                    : ranges.stream()
                            .filter(range -> range.getQualityValue() > 0)
                            .sorted(Comparator.comparingDouble(MediaType::getQualityValue)
                                    .reversed())
                            .flatMap(range -> Arrays.stream(values())
                                    .filter(form -> range.includes(form.type) && !refused(form, ranges)))
                            .findFirst();
        } catch (InvalidMediaTypeException noTypes) {
            return Optional.empty();
        }
    }

    /** Whether it is named as what the client does not take, however much else it takes. */
    private static boolean refused(Accepted form, List<MediaType> ranges) {
        return ranges.stream().anyMatch(range -> range.getQualityValue() == 0 && range.equalsTypeAndSubtype(form.type));
    }
}
