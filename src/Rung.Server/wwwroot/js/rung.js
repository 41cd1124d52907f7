import { startClocks } from './clock.js';
import { startDialogs } from './dialogs.js';
import { startKeys } from './keys.js';
import { startDrafts } from './drafts.js';
import { startPalette } from './palette.js';
import { startChoices } from './choices.js';
import { startCall } from './call.js';
import { startLive } from './live.js';

const untouched = document.activeElement === document.body; // whoever has begun to type is not moved
startClocks();
startDialogs();
startChoices();
startKeys();
startDrafts();
startPalette();
startCall();
startLive();
if (untouched) document.querySelector('dialog[open] [data-focus-me], main [data-focus-me]')?.focus();
globalThis.ahead.begin();
