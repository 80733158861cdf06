package ghtraffic.server.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/overview",
                "/assets/",
                "/a.b/..c/...",
                "/%C3%A4/a%20b%3Bc",
                "/\u00c3\u00a4",
                "/~a!$&'()*+,:@=-_"
            })
    void aPathWithOneMeaningIsClear(String path) {
        assertThat(Address.isClear(path, null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "overview",
                "//",
                "//overview",
                "/overview//",
                "/a//b",
                "/.",
                "/..",
                "/a/./b",
                "/a/../b",
                "/a/%2e%2e/b",
                "/a/.%2E",
                "/a;x=1",
                "/admin/..;/",
                "/a%2fb",
                "/a%2Fb",
                "/a%5cb",
                "/a\\b",
                "/%",
                "/%4",
                "/%zz",
                "/%+1",
                "/%00",
                "/%0d%0a",
                "/%7f",
                "/a\u0001",
                "/%c0%ae",
                "/%ed%a0%80",
                "/%ff",
                "/\u00e4"
            })
    void aPathThatOthersMayReadDifferentlyIsNot(String path) {
        assertThat(Address.isClear(path, null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "q=a/../b//c;d\\e", "q=%C3%A4+%2F%26", "next=/overview%3Frange%3Dweek", "a&&b=="})
    void aQueryMayHoldWhatAPathMayNot(String query) {
        assertThat(Address.isClear("/", query)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "q=100%", "q=%zz", "q=%e4", "q=%00", "q=a%0d%0ab", "q=\u0000"})
    void aQueryThatCannotBeDecodedIsNot(String query) {
        assertThat(Address.isClear("/", query)).isFalse();
    }
}
