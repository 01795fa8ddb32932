package org.cacharness.simulator.card;

/** The data objects that the factory writes, with tag and container identifier (SP 800-73-4 Part 1, table 2). */
enum PivObjectTag {
    CARD_CAPABILITY_CONTAINER(0x5FC107, 0xDB00),
    CHUID(0x5FC102, 0x3000),
    PIV_AUTHENTICATION(0x5FC105, 0x0101),
    CARD_AUTHENTICATION(0x5FC101, 0x0500),
    DIGITAL_SIGNATURE(0x5FC10A, 0x0100),
    KEY_MANAGEMENT(0x5FC10B, 0x0102),
    FINGERPRINTS(0x5FC103, 0x6010),
    FACIAL_IMAGE(0x5FC108, 0x6030),
    PRINTED_INFORMATION(0x5FC109, 0x3001),
    SECURITY_OBJECT(0x5FC106, 0x9000),
    DISCOVERY(0x7E, 0x6050),
    KEY_HISTORY(0x5FC10C, 0x6060);

    private final int tag;
    private final int containerId;

    PivObjectTag(int tag, int containerId) {
        this.tag = tag;
        this.containerId = containerId;
    }

    int tag() {
        return tag;
    }

    int containerId() {
        return containerId;
    }
}
