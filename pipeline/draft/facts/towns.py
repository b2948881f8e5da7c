"""Towns, provinces and their universities, by the country that they stand for where a paper names no country.

Written for this project from general knowledge. Left out: names that lie in several countries (Cambridge, Santiago,
Valencia), that are words or surnames (Reading, Bath, Nice), or that name a scale, a method or a disease (Bristol).
"""

from typing import Final

# One country a line: its name, then places in it.
_TABLE: Final = """
Argentina: Córdoba Province, Rosario, La Plata, Mendoza, Tucumán, Neuquén, Patagonia, Santa Fe Province
Australia: Canberra, Perth, Darwin, Hobart, Monash, Wollongong, Townsville, South Australia, Western Australia,
    Geelong, Northern Territory
Austria: Graz, Salzburg, Linz, Tyrol, Klagenfurt, Styria, Carinthia, Vorarlberg
Bangladesh: Chittagong, Sylhet, Matlab district, Rajshahi, Khulna
Belgium: Antwerp, Liège, Flemish, Louvain, Hasselt, Namur, Wallonia
Brazil: Brasília, Brasilia, Salvador, Bahia, Recife, Pernambuco, Fortaleza, Ceará, Curitiba, Paraná, Campinas,
    Piracicaba, Ribeirão Preto, Ribeirao Preto, São Carlos, Belo Horizonte, Minas Gerais, Goiânia, Florianópolis,
    Santa Catarina, Rio Grande do Sul, Pelotas, Botucatu, Manaus, Uberlândia, UNICAMP, UNIFESP, Londrina, Maringá,
    Sergipe, Aracaju, Rio Grande do Norte, Paraíba, João Pessoa, Maranhão, Belém, Amazonas, Mato Grosso, Goiás,
    Espírito Santo, Juiz de Fora, Unesp
Cambodia: Phnom Penh, Siem Reap
Cameroon: Yaoundé, Yaounde, Douala
Canada: Ottawa, Calgary, Edmonton, Winnipeg, Saskatchewan, Saskatoon, Nova Scotia, Newfoundland, McGill, McMaster,
    New Brunswick, Sherbrooke, Prince Edward Island
Chile: Santiago de Chile, Concepción, Valparaíso, Temuco, Valdivia, Antofagasta
China: Tianjin, Hebei, Shanxi, Shaanxi, Liaoning, Shenyang, Dalian, Jilin, Changchun, Heilongjiang, Harbin, Jiangsu,
    Suzhou, Zhejiang, Wenzhou, Ningbo, Anhui, Hefei, Fujian, Fuzhou, Xiamen, Jiangxi, Nanchang, Shandong, Jinan,
    Qingdao, Henan, Zhengzhou, Hubei, Changsha, Guangxi, Nanning, Hainan, Guizhou, Guiyang, Yunnan, Kunming, Gansu,
    Lanzhou, Xinjiang, Urumqi, Sun Yat-sen, Peking, Fudan, Tsinghua, Shantou, Changzhou, Wuxi, Nantong, Xuzhou,
    Yangzhou, Foshan, Dongguan, Inner Mongolia, Tibet, Ningxia, Qinghai, Taiyuan, Shijiazhuang, Zunyi, Luzhou, Yantai,
    Weifang, West China Hospital
Colombia: Bogota, Cali, Barranquilla, Antioquia, Cartagena, Bucaramanga, Manizales
Croatia: Split University, Rijeka, Osijek
Czech Republic: Brno, Olomouc, Hradec Králové, Ostrava, Plzen, Plzeň
Denmark: Odense, Aalborg, Rigshospitalet, Bispebjerg, Hvidovre, Frederiksberg, Roskilde, Hillerød, Esbjerg, Herlev,
    Glostrup, Hornbæk
Ecuador: Quito, Guayaquil, Cuenca
Egypt: Alexandria University, Assiut, Mansoura, Tanta, Zagazig, Ain Shams, Minia, Giza, Beni-Suef, Menoufia, Sohag,
    Fayoum, Ismailia, Suez Canal University, Benha, Aswan
Ethiopia: Gondar, Jimma, Hawassa, Mekelle, Bahir Dar, Tigray, Oromia, Amhara, Dessie, Harar, Dire Dawa, Arba Minch,
    Wolaita
Finland: Turku, Oulu, Kuopio, Jyväskylä, Espoo, Vantaa, Lapland
France: Toulouse, Bordeaux, Lille, Nantes, Strasbourg, Montpellier, Rennes, Grenoble, Dijon, Rouen, Clermont-Ferrand,
    Saint-Etienne, Besançon, Caen, Limoges, Poitiers, Reims, Amiens, Nîmes, Assistance Publique
Gambia: Banjul, Farafenni, Fajara
Germany: Cologne, Köln, Düsseldorf, Stuttgart, Leipzig, Dresden, Hannover, Hanover, Tübingen, Freiburg, Göttingen,
    Münster, Bonn, Aachen, Mannheim, Ulm, Würzburg, Erlangen, Nuremberg, Regensburg, Jena, Rostock, Kiel, Lübeck,
    Mainz, Marburg, Magdeburg, Charité, Charite, Bavaria, Saxony, Bochum, Essen University Hospital, Dortmund,
    Duisburg, Wuppertal, Bielefeld, Kassel, Giessen, Greifswald, Oldenburg, Osnabrück, Augsburg, Murnau, Potsdam,
    Brandenburg
Ghana: Tamale, Cape Coast, Ashanti, Kintampo, Navrongo
Greece: Thessaloniki, Patras, Ioannina, Heraklion, Crete, Larissa, Alexandroupolis, Thessaly
Hungary: Debrecen, Szeged, Semmelweis, Pécs
India: Delhi, Calcutta, Madras, Bombay, Pune, Ahmedabad, Jaipur, Jodhpur, Rajasthan, Lucknow, Varanasi, Uttar Pradesh,
    Punjab Agricultural, Chandigarh, Ludhiana, Haryana, Madhya Pradesh, Bhopal, Indore, Nagpur, Maharashtra, Karnataka,
    Mangalore, Manipal, Mysore, Vellore, Coimbatore, Madurai, Trivandrum, Thiruvananthapuram, Kochi Kerala,
    Andhra Pradesh, Telangana, Odisha, Orissa, Bhubaneswar, Bihar, Patna, Assam, West Bengal, AIIMS,
    All India Institute of Medical Sciences, Puducherry, Pondicherry, Bijapur, Belgaum, Davangere, Wardha, Amritsar,
    Rohtak, Srinagar, Shimla, Dehradun, Ranchi, Jharkhand, Raipur, Guwahati, Goa, Guntur, Visakhapatnam, Tirupati,
    Hubli, Gulbarga, Udupi, PGIMER, NIMHANS, JIPMER, Sewagram, Surat, Vadodara, Rajkot, Udaipur, Bikaner, Kanpur,
    Aligarh, Meerut
Indonesia: Yogyakarta, Surabaya, Bandung, Bali, Makassar, Sumatra, Papua Province, West Java, Central Java, East Java,
    Semarang, Sulawesi, Kalimantan, Lombok, Denpasar
Iran: Hamadan, Hamedan, Kerman, Kermanshah, Rasht, Guilan, Zahedan, Arak, Qazvin, Semnan, Sanandaj, Ilam, Babol,
    Mazandaran, Gorgan, Urmia, Ardabil, Shahrekord, Birjand, Kashan, Zanjan, Khorramabad, Bushehr, Gonabad, Jahrom,
    Bandar Abbas, Yasuj, Shahid Beheshti, Qom, Karaj, Lorestan, Hormozgan, Golestan, Khorasan
Iraq: Basra, Mosul, Erbil, Sulaimani
Ireland: Galway, Limerick, Waterford, Connemara
Israel: Haifa, Beer Sheva, Be'er Sheva, Rabin Medical Center, Sheba Medical Center, Hadassah, Soroka
Italy: Rome, Turin, Torino, Padua, Padova, Naples, Napoli, Florence, Firenze, Genoa, Pavia, Verona, Modena, Parma,
    Pisa, Siena, Catania, Palermo, Bari, Perugia, Trieste, Udine, Lombardy, Tuscany, Sardinia, Sicily, Ferrara, Ancona,
    Brescia, Bergamo, Novara, Varese, Monza, Trento, Bolzano, Cagliari, Sassari, L'Aquila, Chieti, Foggia, Salerno,
    Catanzaro, Piedmont, Veneto, Emilia-Romagna, Apulia, Calabria, Liguria, Fondazione Santa Lucia, San Raffaele
Japan: Nagoya, Sapporo, Hokkaido, Sendai, Tohoku, Fukuoka, Kyushu, Kobe, Hiroshima, Yokohama, Chiba, Saitama, Okayama,
    Niigata, Kumamoto, Nagasaki, Kanazawa, Tsukuba, Keio, Juntendo, Okinawa, Shizuoka, Gifu, Kagoshima, Kitasato,
    Gunma, Tokushima, Ehime, Toyama, Wakayama, Yamagata, Iwate, Akita, Miyazaki, Shiga, Ibaraki, Tochigi, Yamaguchi,
    Tottori, Shimane, Shinshu, Hamamatsu, Kawasaki City
Jordan: Amman, Irbid
Kenya: Kisumu, Mombasa, Kilifi, Eldoret, Siaya, KEMRI, Nakuru, Homa Bay, Kakamega, Turkana, Maasai Mara, Amboseli
Malawi: Blantyre, Lilongwe, Zomba, Mangochi
Malaysia: Penang, Kelantan, Sabah, Sarawak, Selangor, Johor, Universiti Sains, Kubang Kerian
Mali: Bamako
Mexico: Monterrey, Jalisco, Ciudad de México, Guanajuato, Nuevo León, San Luis Potosí, Mérida Yucatán, Puebla,
    Veracruz, Oaxaca, Chiapas, Yucatán, Sinaloa, Sonora, Michoacán, Tijuana
Morocco: Rabat, Casablanca, Marrakech
Mozambique: Maputo, Manhiça
Myanmar: Yangon, Mandalay
Nepal: Dharan, Pokhara, Lalitpur, Chitwan
Netherlands: The Hague, Leiden, Groningen, Maastricht, Eindhoven, Tilburg, Radboud, Erasmus MC, Wageningen, Enschede,
    Delft, Twente, Friesland, Zwolle, VU University
New Zealand: Wellington Hospital, Christchurch, Dunedin, Otago, Waikato
Nigeria: Lagos, Abuja, Kano, Enugu, Ilorin, Benin City, Port Harcourt, Zaria, Jos University, Ile-Ife, Calabar,
    Sokoto, Kaduna, Maiduguri
Norway: Bergen, Trondheim, Tromsø, Stavanger, Haukeland, Akershus, Ullevål, Sunnaas, Kristiansand, Lillehammer, Bodø
Pakistan: Islamabad, Rawalpindi, Peshawar, Faisalabad, Multan, Hyderabad Sindh, Sindh, Quetta, Khyber, Aga Khan
Peru: Lima, Iquitos, Cusco, Cayetano Heredia, Arequipa, Loreto, Madre de Dios
Philippines: Cebu, Quezon City, Mindanao, Davao, Luzon, Palawan
Poland: Krakow, Kraków, Cracow, Lodz, Łódź, Poznan, Poznań, Wroclaw, Wrocław, Gdansk, Gdańsk, Lublin, Katowice,
    Szczecin, Bialystok, Białystok, Zabrze, Rzeszow, Rzeszów, Bydgoszcz, Opole, Kielce, Olsztyn
Portugal: Porto, Coimbra, Braga, Algarve, Aveiro, Azores
Romania: Cluj, Cluj-Napoca, Timisoara, Timișoara, Iasi
Russia: St Petersburg, St. Petersburg, Saint Petersburg, Novosibirsk
Saudi Arabia: King Saud, King Abdulaziz, Dammam, Makkah, Mecca, Medina, Abha, Al-Qassim, Qassim, Taif, Tabuk, Jazan,
    Najran, Al-Ahsa
Senegal: Dakar
Serbia: Novi Sad, Niš, Vojvodina
Slovakia: Bratislava, Košice
South Africa: Durban, KwaZulu-Natal, Pretoria, Soweto, Gauteng, Western Cape, Eastern Cape, Limpopo, Stellenbosch,
    Bloemfontein, Free State, Witwatersrand, Tygerberg, Groote Schuur, Mpumalanga, Northern Cape,
    Chris Hani Baragwanath, Kruger National Park
South Korea: Busan, Daegu, Incheon, Gwangju, Daejeon, Yonsei, Gyeonggi, Samsung Medical Center, Asan Medical Center,
    Suwon, Ulsan, Jeonju, Chuncheon, Cheonan, Jeju, Gangwon
Spain: Seville, Sevilla, Granada, Málaga, Malaga, Zaragoza, Bilbao, Basque Country, Andalusia, Navarra, Pamplona,
    Salamanca, Valladolid, Alicante, Murcia, Galicia, Asturias, Oviedo, Mallorca, Canary Islands, Catalan, Tarragona,
    Vigo, Santander, Cantabria, A Coruña, Girona, Lleida, Cádiz, Almería, Jaén, Extremadura, Tenerife
Sri Lanka: Colombo, Kandy, Galle
Sweden: Lund, Malmö, Malmo, Umeå, Umea, Linköping, Linkoping, Örebro, Orebro, Göteborg, Karolinska, Sahlgrenska, Skåne,
    Västerbotten, Danderyd, Huddinge, Jönköping, Karlstad, Västerås, Norrbotten, Dalarna, Gotland, Halmstad
Switzerland: Fribourg, Lugano, St. Gallen, St Gallen, Winterthur, Lucerne, Nottwil, Bellinzona, Inselspital, Vaud,
    Balgrist, Ticino, Aargau
Taiwan: Kaohsiung, Taichung, Tainan, Taoyuan, Hualien, Chang Gung
Tanzania: Dar es Salaam, Moshi, Mwanza, Ifakara, Bagamoyo, Kilimanjaro, Muheza, Tanga, Dodoma, Serengeti, Mbeya, Iringa
Thailand: Chiang Mai, Khon Kaen, Songkhla, Mae Sot, Tak Province, Mahidol, Chulalongkorn, Siriraj, Phitsanulok,
    Chonburi, Ubon Ratchathani, Phuket
Tunisia: Tunis, Sfax, Sousse, Monastir
Turkey: Izmir, Antalya, Konya, Adana, Erzurum, Bursa, Kayseri, Trabzon, Samsun, Gaziantep, Malatya, Isparta,
    Diyarbakir, Mersin, Denizli, Eskisehir, Eskişehir, Hacettepe, Sivas, Edirne, Kocaeli, Sakarya, Kirikkale
Uganda: Mbarara, Gulu, Makerere, Mulago, Entebbe, Rakai, Jinja, Tororo
Ukraine: Kyiv, Kiev, Kharkiv, Lviv
United Kingdom: Manchester, Liverpool, Leeds, Sheffield, Nottingham, Leicester, Southampton, Newcastle upon Tyne,
    Glasgow, Aberdeen, Dundee, Cardiff, Swansea, Belfast, Exeter, Plymouth, Norwich, Devon, Cornwall, Yorkshire,
    Lancashire, Merseyside, West Midlands, Addenbrooke's, Keele, King's College London, Imperial College, Tayside,
    Lothian, Stoke Mandeville, Warwick, Norfolk and Norwich, Northumbria, Cumbria, Dorset, Somerset, Orkney, Shetland,
    Hebrides
United States: Alabama, Alaska, Arizona, Arkansas, Connecticut, Delaware, Hawaii, Idaho, Indiana, Iowa, Kansas,
    Kentucky, Louisiana, Mississippi, Missouri, Montana, Nebraska, Nevada, New Hampshire, New Mexico, North Dakota,
    Oklahoma, Rhode Island, South Carolina, South Dakota, Vermont, West Virginia, Wyoming, Puerto Rico, Boston,
    Atlanta, Dallas, San Diego, Detroit, Cleveland, St. Louis, Nashville, Miami, Tampa, New Orleans, Denver,
    Minneapolis, Milwaukee, Cincinnati, Indianapolis, Sacramento, San Antonio, Salt Lake City, Ann Arbor,
    Duke University, Mayo Clinic, Brigham and Women's, Kaiser Permanente, UCLA, UCSF, Medicare, Medicaid,
    Veterans Health Administration, Appalachia, Bronx, Brooklyn, Manhattan, Hospital of Buffalo, University at Buffalo,
    Louisville, Omaha, Tucson, Albuquerque, Washington State, Yellowstone
Vietnam: Hue University, Da Nang, Nha Trang, Khanh Hoa
Zambia: Ndola, Kitwe
Zimbabwe: Bulawayo, Chitungwiza
"""


def _lines() -> list[str]:
    return _TABLE.strip().replace(",\n    ", ", ").splitlines()


COUNTRY_OF_TOWN: Final = {
    town.strip(): country for country, towns in (line.split(": ", 1) for line in _lines()) for town in towns.split(", ")
}
"""The country that a town, a province or a university stands for."""
