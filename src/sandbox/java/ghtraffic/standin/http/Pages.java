package ghtraffic.standin.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Splits lists into pages, with the Link header that leads from one to the next. */
public final class Pages {

    private static final int DEFAULT_SIZE = 30;
    private static final int LARGEST_SIZE = 100;

    private Pages() {}

    public static <T> Answer answer(List<T> all, Call call, Function<T, ? extends Map<String, ?>> json) {
        return answer(all, call, json, Answer::json);
    }

    /**
     * Answers with a page of a list that GitHub wraps in an object.
     *
     * @param whole creates the answer from the entries of the page
     */
    public static <T> Answer answer(
            List<T> all,
            Call call,
            Function<T, ? extends Map<String, ?>> json,
            Function<List<? extends Map<String, ?>>, Answer> whole) {
        int size = Math.min(number(call, "per_page", DEFAULT_SIZE), LARGEST_SIZE);
        int page = number(call, "page", 1);
        List<? extends Map<String, ?>> shown = all.stream()
                .skip((long) (page - 1) * size)
                .limit(size)
                .map(json)
                .toList();
        Answer answer = whole.apply(shown);
        String links = links(call, page, Math.max(1, (all.size() + size - 1) / size));
        return links.isEmpty() ? answer : answer.with("link", links);
    }

    private static String links(Call call, int page, int last) {
        List<String> links = new ArrayList<>();
        if (page > 1) {
            links.add(link(call, Math.min(page - 1, last), "prev"));
        }
        if (page < last) {
            links.add(link(call, page + 1, "next"));
            links.add(link(call, last, "last"));
        }
        if (page > 1) {
            links.add(link(call, 1, "first"));
        }
        return String.join(", ", links);
    }

    private static String link(Call call, int page, String relation) {
        Map<String, String> query = new LinkedHashMap<>(call.query());
        query.put("page", Integer.toString(page));
        String parameters = query.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        return "<" + call.origin() + call.uri().getRawPath() + "?" + parameters + ">; rel=\"" + relation + "\"";
    }

    private static int number(Call call, String parameter, int otherwise) {
        String text = call.parameter(parameter, "");
        return text.matches("0*[1-9]\\d{0,5}") ? Integer.parseInt(text) : otherwise;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
