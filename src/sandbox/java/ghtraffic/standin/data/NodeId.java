package ghtraffic.standin.data;

import java.nio.ByteBuffer;
import java.util.Base64;

/** Creates GitHub's opaque global ids: a type and the encoded number. Nobody should parse them. */
public final class NodeId {

    private NodeId() {}

    public static String of(String type, long id) {
        byte[] bytes = ByteBuffer.allocate(Long.BYTES).putLong(id).array();
        return type + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
