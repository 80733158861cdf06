package ghtraffic.standin.faults;

import static ghtraffic.standin.TestClient.array;
import static ghtraffic.standin.TestClient.header;
import static ghtraffic.standin.TestClient.member;
import static ghtraffic.standin.TestClient.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ghtraffic.standin.TestClient;
import ghtraffic.standin.faults.Failure.Kind;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WrongJsonTest {

    private static final String VIEWS = "/repos/acme/widgets/traffic/views";

    private final TestClient asking = new TestClient();

    @AfterEach
    void close() {
        asking.close();
    }

    @Test
    void membersMayHaveWrongTypes() {
        Map<String, Object> right = object(asking.get(VIEWS));
        asking.gitHub.fail(Failure.of(Kind.WRONG_TYPES));

        Map<String, Object> views = object(asking.get(VIEWS));
        assertEquals(right.keySet(), views.keySet());
        assertEquals(member(right, "count").toString(), views.get("count"));
        assertInstanceOf(Map.class, views.get("views"));
        Map<String, Object> repository = object(asking.get("/repos/acme/widgets"));
        assertEquals("1001", repository.get("id"));
        assertInstanceOf(Number.class, repository.get("name"));
        assertInstanceOf(List.class, repository.get("owner"));
        Object release = array(asking.get("/repos/acme/widgets/releases")).get(0);
        assertInstanceOf(String.class, member(release, "id"));
    }

    @Test
    void theWholeMayHaveTheWrongShape() {
        asking.gitHub.fail(Failure.of(Kind.WRONG_SHAPE));

        assertTrue(((Map<?, ?>) array(asking.get(VIEWS)).get(0)).containsKey("views"));
        assertTrue(
                object(asking.get("/repos/acme/widgets/traffic/popular/paths")).containsKey("0"));
    }

    @Test
    void wrongTypesLeaveRefusalsAsTheyAre() {
        asking.gitHub.fail(Failure.of(Kind.WRONG_TYPES));

        assertEquals("Not Found", member(object(asking.get("/repos/acme/none")), "message"));
    }

    @Test
    void aHugeBodyIsJsonOfUnknownLength() {
        asking.gitHub.fail(Failure.of(Kind.HUGE_BODY));

        HttpResponse<String> answer = asking.get(VIEWS);

        assertEquals(200, answer.statusCode());
        assertEquals(10_000_000, answer.body().length());
        assertEquals("", header(answer, "content-length"));
        assertEquals(Set.of("padding"), object(answer).keySet());
    }
}
