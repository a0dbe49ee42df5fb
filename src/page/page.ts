/** What runs in the trip page: the map that moves, and the boxes that keep their ticks. */
import { readSceneData } from '../report/page/scene-data.ts';
import { startMap } from './map-on-page.ts';
import { dayHere, openForPrint, startCountdown, startTicks } from './ticks.ts';

const frame = document.getElementById('map-frame');
const scene = document.getElementById('scene')?.textContent;
if (frame && scene) startMap(frame, readSceneData(scene));

startTicks();
startCountdown(dayHere(new Date()));
openForPrint();
