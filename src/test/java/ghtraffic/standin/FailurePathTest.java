package ghtraffic.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ghtraffic.standin.faults.Failure;
import ghtraffic.standin.faults.Failure.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FailurePathTest {

    private static final String VIEWS = "/repos/acme/widgets/traffic/views";

    private final TestClient asking = new TestClient();

    @AfterEach
    void close() {
        asking.close();
    }

    @Test
    void failureKeepsToItsPathUnderNameAndId() {
        asking.gitHub.fail(Failure.of(Kind.STATUS_500).below("/repos/Acme/widgets"));

        assertEquals(500, asking.get(VIEWS).statusCode());
        assertEquals(500, asking.get("/repositories/1001/traffic/views").statusCode());
        assertEquals(200, asking.get("/repos/acme/gadgets").statusCode());
        asking.gitHub.recover();
        assertEquals(200, asking.get(VIEWS).statusCode());
    }

    @Test
    void aFailureAtAPathSparesThePathsBelowIt() {
        asking.gitHub.fail(Failure.of(Kind.STATUS_500).at("/repos/Acme/widgets"));

        assertEquals(500, asking.get("/repos/acme/widgets?x=1").statusCode());
        assertEquals(500, asking.get("/repositories/1001").statusCode());
        assertEquals(200, asking.get(VIEWS).statusCode());
        asking.gitHub.fail(Failure.of(Kind.STATUS_500).at("/repositories/1001/traffic/views"));
        assertEquals(500, asking.get(VIEWS).statusCode());
        assertEquals(200, asking.get("/repos/acme/widgets").statusCode());
    }

    @Test
    void severalFailuresStandAtOnceAndTheEarliestThatFitsApplies() {
        asking.gitHub.fail(Failure.of(Kind.STATUS_500).below("/repos/acme/widgets/traffic"));
        asking.gitHub.alsoFail(Failure.of(Kind.GONE_410).below("/repos/acme/widgets"));
        asking.gitHub.alsoFail(Failure.of(Kind.NOT_FOUND_404).below("/repos/acme/gadgets"));

        assertEquals(500, asking.get(VIEWS).statusCode());
        assertEquals(410, asking.get("/repos/acme/widgets").statusCode());
        assertEquals(404, asking.get("/repos/acme/gadgets").statusCode());
        assertEquals(200, asking.get("/repos/acme/quiet").statusCode());
        asking.gitHub.fail(Failure.of(Kind.GONE_410).below("/user"));
        assertEquals(200, asking.get(VIEWS).statusCode());
        assertEquals(410, asking.get("/user").statusCode());
        asking.gitHub.recover();
        assertEquals(200, asking.get("/user").statusCode());
    }
}
