package org.cacharness.simulator.applet;

/**
 * Where the parts of the installation parameters lie: {@code LV(AID) LV(control information) LV(application data)} (Java Card 3.0.5,
 * {@code Applet.install}).
 */
final class InstallParameters {
    private InstallParameters() {}

    static short aidOffset(short offset) {
        return (short) (offset + 1);
    }

    static byte aidLength(byte[] parameters, short offset) {
        return parameters[offset];
    }

    static short dataOffset(byte[] parameters, short offset) {
        short information = (short) (offset + 1 + parameters[offset]);
        return (short) (information + 1 + parameters[information] + 1);
    }
}
