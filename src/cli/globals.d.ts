/** Put in by the build. */
declare const __VERSION__: string;
declare const __DATA_VERSION__: string;
